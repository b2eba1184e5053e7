import { formatGmt8 } from '@opentbk/top'
import { formOf, hmacSign, legacySign, md5Sign, type Params } from './client-sign.ts'
import { requestBytes } from './raw-http.ts'

export type App = { key: string; secret: string }
/** What an SDK is asked to call. A file is a byte[] parameter of the call. */
export type Wanted = { app: App; method: string; params: Params; file?: Buffer }

const stamp = () => formatGmt8(new Date())
const javaHeaders = {
  Accept: 'text/xml,text/javascript',
  'User-Agent': 'top-sdk-java',
  'Accept-Encoding': 'gzip',
  Connection: 'Keep-Alive',
}

function javaSystem({ app, method, params }: Wanted): Params {
  const system: Params = {
    app_key: app.key,
    method,
    v: '2.0',
    timestamp: stamp(),
    partner_id: 'top-sdk-java-20161017',
    format: 'json',
    sign_method: 'hmac-sha256',
  }
  // Blank parameters are neither signed nor sent.
  const filled = Object.fromEntries(Object.entries(params).filter(([, value]) => value.trim() !== ''))
  return { ...system, sign: hmacSign('sha256', app.secret, { ...system, ...filled }) }
}

/** Java: system parameters in the query, business parameters in a urlencoded body. */
export function javaRequest(wanted: Wanted): Buffer {
  return requestBytes({
    target: `/router/rest?${formOf(javaSystem(wanted))}`,
    headers: { ...javaHeaders, 'Content-Type': 'application/x-www-form-urlencoded;charset=UTF-8' },
    body: formOf(wanted.params),
  })
}

/** Java with a file: no blank after the colon, a line before the first boundary, charset before boundary. */
export function javaUpload(wanted: Wanted): Buffer {
  const boundary = '18f3a9b2c4d'
  const parts: (string | Buffer)[] = []
  for (const [name, value] of Object.entries(wanted.params)) {
    parts.push(`\r\n--${boundary}\r\n`)
    parts.push(`Content-Disposition:form-data;name="${name}"\r\nContent-Type:text/plain\r\n\r\n`, value)
  }
  parts.push(`\r\n--${boundary}\r\n`)
  parts.push('Content-Disposition:form-data;name="image";filename="图.gif"\r\nContent-Type:image/gif\r\n\r\n')
  parts.push(wanted.file ?? Buffer.alloc(0), `\r\n--${boundary}--\r\n`)
  return requestBytes({
    target: `/router/rest?${formOf(javaSystem(wanted))}`,
    headers: { ...javaHeaders, 'Content-Type': `multipart/form-data;charset=UTF-8;boundary=${boundary}` },
    body: bytesOf(parts),
  })
}

function phpSystem({ app, method, params }: Wanted): Params {
  const system: Params = {
    app_key: app.key,
    v: '2.0',
    format: 'xml',
    sign_method: 'md5',
    method,
    timestamp: stamp(),
    partner_id: 'top-sdk-php-20180326',
  }
  return { ...system, sign: md5Sign(app.secret, { ...system, ...params }) }
}

/** PHP: XML and md5, a `&` left at the end of the query, curl's question before a body of over 1 KiB. */
export function phpRequest(wanted: Wanted): Buffer {
  const body = `${formOf(wanted.params)}&`
  return requestBytes({
    target: `/router/rest?${formOf(phpSystem(wanted))}&`,
    headers: {
      'User-Agent': 'top-sdk-php',
      Accept: '*/*',
      'content-type': 'application/x-www-form-urlencoded; charset=UTF-8',
      ...(body.length > 1024 ? { Expect: '100-continue' } : {}),
    },
    body,
  })
}

/** PHP with a file from memory: a blank after the file's name, nothing after the last boundary. */
export function phpUpload(wanted: Wanted): Buffer {
  const boundary = '-------------5f2d1c'
  const parts: (string | Buffer)[] = []
  for (const [name, value] of Object.entries(wanted.params)) {
    parts.push(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
  }
  parts.push(`--${boundary}\r\nContent-Disposition: form-data; name="image"; filename="a.gif" \r\n`)
  parts.push('Content-Type: image/gif\r\n\r\n', wanted.file ?? Buffer.alloc(0), `\r\n--${boundary}--`)
  return requestBytes({
    target: `/router/rest?${formOf(phpSystem(wanted))}`,
    headers: { Accept: '*/*', 'Content-Type': `multipart/form-data; boundary=${boundary}` },
    body: bytesOf(parts),
  })
}

function pythonSystem({ app, method, params }: Wanted): Params {
  const system: Params = {
    format: 'json',
    app_key: app.key,
    sign_method: 'md5',
    v: '2.0',
    timestamp: String(Date.now()),
    partner_id: 'taobao-sdk-python-20180720',
    method,
  }
  return { ...system, sign: md5Sign(app.secret, { ...system, ...params }) }
}

const pythonHeaders = { 'Cache-Control': 'no-cache', Connection: 'Keep-Alive', 'Accept-Encoding': 'identity' }

/** Python: epoch milliseconds. */
export function pythonRequest(wanted: Wanted): Buffer {
  return requestBytes({
    target: `/router/rest?${formOf(pythonSystem(wanted))}`,
    headers: { ...pythonHeaders, 'Content-type': 'application/x-www-form-urlencoded;charset=UTF-8' },
    body: formOf(wanted.params),
  })
}

/** Python with a file: a fixed boundary, and the disposition type `file`. */
export function pythonUpload(wanted: Wanted): Buffer {
  const boundary = 'PYTHON_SDK_BOUNDARY'
  const parts: (string | Buffer)[] = []
  for (const [name, value] of Object.entries(wanted.params)) {
    parts.push(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
  }
  parts.push(`--${boundary}\r\nContent-Disposition: file; name="image"; filename="a.gif"\r\n`)
  parts.push('Content-Type: image/gif\r\nContent-Transfer-Encoding: binary\r\n\r\n')
  parts.push(wanted.file ?? Buffer.alloc(0), `\r\n--${boundary}--\r\n\r\n`)
  return requestBytes({
    target: `/router/rest?${formOf(pythonSystem(wanted))}`,
    headers: { ...pythonHeaders, 'Content-type': `multipart/form-data; boundary=${boundary}` },
    body: bytesOf(parts),
  })
}

/** .NET: everything in the body, hmac; before 2015 no sign_method and the secret in front only. */
export function dotnetRequest({ app, method, params }: Wanted, isOld: boolean): Buffer {
  const all: Params = {
    ...params,
    method,
    v: '2.0',
    app_key: app.key,
    format: 'xml',
    partner_id: isOld ? 'top-sdk-net-20111024' : 'top-sdk-net-20190902',
    timestamp: stamp(),
    ...(isOld ? {} : { sign_method: 'hmac' }),
  }
  const sign = isOld ? legacySign(app.secret, all) : hmacSign('md5', app.secret, all)
  return requestBytes({
    target: '/router/rest',
    headers: {
      'User-Agent': 'top-sdk-net',
      Accept: 'text/xml,text/javascript',
      'Accept-Encoding': 'gzip',
      'Content-Type': 'application/x-www-form-urlencoded;charset=utf-8',
    },
    body: formOf({ ...all, sign }),
  })
}

/** Go: everything in the body, always simplified JSON. */
export function goRequest({ app, method, params }: Wanted): Buffer {
  const all: Params = {
    ...params,
    app_key: app.key,
    format: 'json',
    method,
    sign_method: 'hmac',
    simplify: 'true',
    timestamp: stamp(),
    v: '2.0',
  }
  return requestBytes({
    target: '/router/rest',
    headers: {
      'User-Agent': 'Go-http-client/1.1',
      'Content-Type': 'application/x-www-form-urlencoded',
      'Accept-Encoding': 'gzip',
    },
    body: formOf({ ...all, sign: hmacSign('md5', app.secret, all) }),
  })
}

/** C: multipart without any file, epoch seconds. */
export function cRequest({ app, method, params }: Wanted): Buffer {
  const all: Params = {
    ...params,
    app_key: app.key,
    format: 'json',
    method,
    partner_id: 'topsdkcpp',
    sign_method: 'md5',
    timestamp: String(Math.floor(Date.now() / 1000)),
    v: '2.0',
  }
  const fields = { ...all, sign: md5Sign(app.secret, all) }
  return multipartForm(fields, '------------------------0a1b2c3d4e5f6789', { 'User-Agent': 'top-sdk-c' })
}

/** The official Node SDK from 2.0 on: multipart without any file. */
export function officialNodeRequest({ app, method, params }: Wanted): Buffer {
  const all: Params = {
    ...params,
    method,
    timestamp: stamp(),
    format: 'json',
    app_key: app.key,
    v: '2.0',
    sign_method: 'md5',
  }
  const fields = { ...all, sign: md5Sign(app.secret, all) }
  return multipartForm(fields, '--------------------------735904928165032447381920', {
    Accept: 'application/json',
  })
}

function multipartForm(fields: Params, boundary: string, headers: Record<string, string>): Buffer {
  const parts = Object.entries(fields).map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  return requestBytes({
    target: '/router/rest',
    headers: { ...headers, 'Content-Type': `multipart/form-data; boundary=${boundary}` },
    body: `${parts.join('')}--${boundary}--\r\n`,
  })
}

function bytesOf(parts: readonly (string | Buffer)[]): Buffer {
  return Buffer.concat(parts.map((part) => Buffer.from(part as string)))
}
