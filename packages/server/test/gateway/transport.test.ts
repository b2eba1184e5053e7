import { METHODS } from 'node:http'
import { gunzipSync } from 'node:zlib'
import { type DestinationStream, symbols } from 'pino'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { type CallOptions, signedParams, startTestServer, type TestServer, testLog } from '../setup/server.ts'
import { exchange, type RawAnswer, type RawRequest, requestBytes } from './raw-http.ts'

const MIB = 1 << 20
// Rows are written in groups, behind the answer.
const POLL = { timeout: 5000 }
const JSON_TYPE = 'text/javascript;charset=UTF-8'
const XML_TYPE = 'text/xml;charset=UTF-8'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer()
})

afterAll(() => server.close())
afterEach(() => void vi.restoreAllMocks())

async function send(request: RawRequest): Promise<RawAnswer> {
  const answer = await exchange(server.url, requestBytes(request))
  if (!answer) throw new Error('closed without an answer')
  return answer
}

function callBytes(method: string, params: Record<string, unknown>, call: CallOptions = {}): RawRequest {
  return {
    target: '/router/rest',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: signedParams(server.demo, { method, params, call }).toString(),
  }
}

describe('compression', () => {
  const convertTen = () =>
    callBytes('taobao.tbk.dg.general.link.convert', {
      adzone_id: server.demo.pid.split('_')[3],
      item_id_list: server.demo.item_ids.join(','),
    })
  const accepting = (encoding: string) => {
    const request = convertTen()
    return send({ ...request, headers: { ...request.headers, 'Accept-Encoding': encoding } })
  }

  test.each(['gzip', 'gzip, deflate', 'deflate, GZIP;q=0.5', 'gzip;q=1.0'])(
    '%s: asked for',
    async (encoding) => {
      const answer = await accepting(encoding)
      expect(answer.headers.get('content-encoding')).toBe('gzip')
      expect(answer.headers.get('content-type')).toBe(JSON_TYPE)
      const text = gunzipSync(answer.body).toString('utf8')
      expect(text.length).toBeGreaterThan(answer.body.length)
      expect(JSON.parse(text)).toHaveProperty('tbk_dg_general_link_convert_response.data.item_url_list')
    },
  )

  test.each(['', 'identity', 'br', 'deflate', 'gzip;q=0', 'gzip; q=0.0, br'])(
    '%j: not asked for',
    async (encoding) => {
      const answer = await (encoding === '' ? send(convertTen()) : accepting(encoding))
      expect(answer.headers.has('content-encoding')).toBe(false)
      expect(JSON.parse(answer.body.toString())).toHaveProperty('tbk_dg_general_link_convert_response')
    },
  )

  test('a short answer is not worth it', async () => {
    const request = callBytes('taobao.time.get', {})
    const answer = await send({ ...request, headers: { ...request.headers, 'Accept-Encoding': 'gzip' } })
    expect(answer.headers.has('content-encoding')).toBe(false)
  })
})

test('the content type says the format, of answers and errors alike', async () => {
  for (const [format, type] of [
    ['json', JSON_TYPE],
    ['xml', XML_TYPE],
  ] as const) {
    for (const override of [{}, { sign: 'wrong' }]) {
      const answer = await send(callBytes('taobao.time.get', {}, { format, override }))
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, type])
    }
  }
})

test('without a format the answer is XML; simplify alone changes nothing', async () => {
  const answer = await send(
    callBytes('taobao.time.get', {}, { simplify: true, override: { format: undefined } }),
  )
  expect(answer.headers.get('content-type')).toBe(XML_TYPE)
  expect(answer.body.toString()).toMatch(
    /^<\?xml version="1.0" encoding="utf-8" \?><time_get_response><time>/,
  )
})

test('every answer has a request id of its own: 12 characters, lower case', async () => {
  const ids = new Set<string>()
  for (let call = 0; call < 50; call++) {
    const override = call % 2 ? { sign: 'wrong' } : {}
    const answer = await server.call('taobao.time.get', {}, { override })
    const { request_id } = answer.time_get_response ?? answer.error_response
    expect(request_id).toMatch(/^[0-9a-z]{12}$/)
    ids.add(request_id)
  }
  expect(ids.size).toBe(50)
})

// A tunnel is no call: the connection is closed.
const otherVerbs = METHODS.filter((verb) => !['GET', 'POST', 'CONNECT'].includes(verb))

test.each(['/router/rest', '/top/router/rest', '/router/batch'])(
  '%s: every other verb is error 9',
  async (path) => {
    for (const verb of otherVerbs) {
      const answer = await send({ verb, target: `${path}?format=json`, body: 'a=1' })
      expect([verb, answer.status]).toEqual([verb, 200])
      if (verb === 'HEAD') continue
      expect([verb, JSON.parse(answer.body.toString()).error_response]).toMatchObject([verb, { code: 9 }])
    }
  },
)

test.each(['', 'x', '/', 'form', 'a/b; c="', '\u00ff', 'application/x-www-form-urlencoded;;;'])(
  'the content type %j is read as a form',
  async (type) => {
    const request = callBytes('taobao.time.get', {})
    const answer = await send({ ...request, headers: { 'Content-Type': type } })
    expect(JSON.parse(answer.body.toString())).toHaveProperty('time_get_response.time')
  },
)

test.each([
  ['no boundary', 'multipart/form-data', '--x--'],
  ['cut off', 'multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1'],
  ['a part without a name', 'multipart/form-data; boundary=x', '--x\r\n\r\n1\r\n--x--'],
  ['no part', 'multipart/form-data; boundary=x', 'hello'],
])('multipart, %s: one error that names the body', async (_name, type, body) => {
  const answer = await send({ target: '/router/rest?format=json', headers: { 'Content-Type': type }, body })
  expect(JSON.parse(answer.body.toString()).error_response).toMatchObject({
    code: 43,
    sub_code: 'isv.invalid-parameter:body',
  })
})

describe('sizes', () => {
  const form = (bytes: number): RawRequest => ({
    target: '/router/rest?format=json',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: `a=${'b'.repeat(bytes - 2)}`,
  })
  const upload = (bytes: number): RawRequest => {
    const head = '--x\r\nContent-Disposition: form-data; name="f"; filename="f"\r\n\r\n'
    const tail = '\r\n--x--'
    const body = head + 'b'.repeat(bytes - head.length - tail.length) + tail
    const headers = { 'Content-Type': 'multipart/form-data; boundary=x' }
    return { target: '/router/rest?format=json', headers, body }
  }
  const tooLarge = { code: 43, msg: 'parameter error', sub_code: 'isv.invalid-parameter:body' }

  test.each([
    ['a form of 1 MiB', () => form(MIB), 21],
    ['a form of a byte more', () => form(MIB + 1), 43],
    ['the same in chunks', () => ({ ...form(MIB + 1), chunked: true }), 43],
    ['a body with a file of 8 MiB', () => upload(8 * MIB), 21],
    ['a body with a file of a byte more', () => upload(8 * MIB + 1), 43],
  ])('%s', async (_name, request, code) => {
    const answer = await send(request())
    expect(answer.status).toBe(200)
    const error = JSON.parse(answer.body.toString()).error_response
    expect(error.code).toBe(code)
    if (code === 43) expect(error).toMatchObject(tooLarge)
  })

  test('a body without end is answered and let go: the server can stop', async () => {
    const own = await startTestServer()
    const answer = await exchange(own.url, requestBytes(upload(20 * MIB)))
    // The client may have been cut off while it still wrote.
    if (answer) expect(JSON.parse(answer.body.toString()).error_response).toMatchObject(tooLarge)
    await own.close()
  })

  test('a GET may have an address of 60 KiB', async () => {
    const answer = await send({ verb: 'GET', target: `/router/rest?format=json&a=${'b'.repeat(60 << 10)}` })
    expect(JSON.parse(answer.body.toString()).error_response.code).toBe(21)
  })
})

// Where the logger's lines go: calls' own are not made by the logger.
function logStream(): DestinationStream {
  return (testLog as unknown as { [symbols.streamSym]: DestinationStream })[symbols.streamSym]
}

describe('the call log', () => {
  const secrets = ['s3cret-session', 's3cret-text', 's3cret-sign']

  async function spiedCall(): Promise<{ requestId: string; lines: string }> {
    testLog.level = 'info'
    const written = vi.spyOn(logStream(), 'write').mockReturnValue()
    const params = { password_content: secrets[1], method_: secrets[1] }
    const override = { sign: secrets[2] }
    const answer = await server.call('taobao.tbk.tpwd.parse', params, {
      session: secrets[0] as string,
      app: server.demo.app,
      override,
    })
    testLog.level = 'silent'
    const lines = written.mock.calls.join('')
    return { requestId: answer.error_response.request_id, lines }
  }

  test('a line and a row for a call, with no parameter in them', async () => {
    const { requestId, lines } = await spiedCall()
    const row = () =>
      server.db.selectFrom('call_log').selectAll().where('request_id', '=', requestId).executeTakeFirst()
    await expect.poll(row, POLL).toBeDefined()
    const written = await row()
    expect(written).toMatchObject({
      app_key: server.demo.app.key,
      method: 'taobao.tbk.tpwd.parse',
      code: 25,
      sub_code: null,
    })
    expect(written?.duration_us).toBeGreaterThan(0)
    expect(written?.bytes_in).toBeGreaterThan(100)
    // The sandbox tells the base string, so the answer is the larger.
    expect(written?.bytes_out).toBeGreaterThan(100)
    expect(lines).toContain(requestId)
    const text =
      lines + JSON.stringify(written, (_key, value) => (typeof value === 'bigint' ? `${value}` : value))
    for (const secret of [...secrets, server.demo.app.secret]) expect(text).not.toContain(secret)
  })

  test('sizes are bytes of the wire', async () => {
    const request = callBytes('taobao.tbk.tpwd.parse', { password_content: '中文'.repeat(50) })
    const answer = await send(request)
    const id = JSON.parse(answer.body.toString()).error_response.request_id
    const sizes = () =>
      server.db
        .selectFrom('call_log')
        .select(['bytes_in', 'bytes_out'])
        .where('request_id', '=', id)
        .execute()
    const bytesIn = request.target.length + (request.body as string).length
    await expect.poll(sizes, POLL).toEqual([{ bytes_in: bytesIn, bytes_out: answer.body.length }])
  })

  test('an oversized call has its row too; long names are cut', async () => {
    const target = `/router/rest?format=json&app_key=${'9'.repeat(99)}&method=${'m'.repeat(999)}`
    const answer = await send({ target, body: 'a'.repeat(MIB + 1) })
    const id = JSON.parse(answer.body.toString()).error_response.request_id
    const rows = () =>
      server.db
        .selectFrom('call_log')
        .select(['code', 'app_key', 'method'])
        .where('request_id', '=', id)
        .execute()
    await expect.poll(rows, POLL).toEqual([{ code: 43, app_key: '9'.repeat(32), method: 'm'.repeat(100) }])
  })
})
