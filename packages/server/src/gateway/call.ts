import { type Reply, type TopError, topError, type WireFile } from '@opentbk/top'
import { NotUtf8, queryText, readForm, textOf } from './form.ts'
import { readMultipart } from './multipart.ts'

/** How the caller wants to be answered. */
export type ReplyFormat = Pick<Reply, 'format' | 'simplify'>

/** A request as HTTP brought it. */
export type RawRequest = {
  verb: string
  /** The request target: path and query, as received. */
  target: string
  contentType: string
  body: Buffer
  ip: string
}

/** A call as the caller meant it: query and body merged. What is wrong with it is told when its turn comes. */
export type Call = {
  params: Map<string, string>
  files: ReadonlyMap<string, WireFile>
  /** A body that is no form is signed as it is, behind the parameters. */
  signedBody: Buffer | undefined
  format: ReplyFormat
  problem: TopError | undefined
  ip: string
  bytesIn: number
}

const NO_FILES: ReadonlyMap<string, WireFile> = new Map()

/** Reads a request in every dialect; never throws. */
export function readCall(raw: RawRequest): Call {
  const call: Call = {
    params: new Map(),
    files: NO_FILES,
    signedBody: undefined,
    format: { format: 'xml', simplify: false },
    problem: raw.verb === 'GET' || raw.verb === 'POST' ? undefined : topError('http-action-not-allowed'),
    ip: raw.ip,
    bytesIn: raw.target.length + raw.body.length,
  }
  try {
    readForm(queryText(raw.target), call.params)
    if (raw.body.length > 0) readBody(raw, call)
  } catch (error) {
    if (!(error instanceof NotUtf8)) throw error
    call.problem ??= invalidEncoding()
  }
  readFormat(call)
  return call
}

export function invalidEncoding(): TopError {
  return topError('invalid-encoding', { subMsg: '请求参数不是合法的UTF-8编码' })
}

function readBody(raw: RawRequest, call: Call): void {
  const kind = raw.contentType.trimStart().slice(0, 33).toLowerCase()
  if (kind.startsWith('multipart/form-data')) {
    const multipart = readMultipart(raw.contentType, raw.body)
    if (!multipart) {
      call.problem ??= topError('parameter-error', {
        subCode: 'isv.invalid-parameter:body',
        subMsg: 'multipart请求体不完整或缺少boundary',
      })
      return
    }
    for (const [name, value] of multipart.fields) call.params.set(name, textOf(value))
    call.files = multipart.files
    return
  }
  if (kind.startsWith('text/') || kind.startsWith('application/json') || kind.startsWith('application/xml')) {
    call.signedBody = raw.body
    return
  }
  readForm(textOf(raw.body), call.params)
}

function readFormat(call: Call): void {
  const format = call.params.get('format')
  if (format === 'json') {
    call.format = { format: 'json', simplify: call.params.get('simplify') === 'true' }
  } else if (format !== undefined && format !== '' && format !== 'xml') {
    call.problem ??= topError('invalid-format')
  }
}
