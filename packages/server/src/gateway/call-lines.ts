import { hostname } from 'node:os'
import { type DestinationStream, type Logger, symbols } from 'pino'
import type { CallRecord } from './call-log.ts'

const INFO = 30

/**
 * The log line of a call, as the logger itself would write it: there is one for every call, and the logger takes
 * several times as long for it, since it does not know what it is given.
 */
export class CallLines {
  readonly #log: Logger
  readonly #stream: DestinationStream
  readonly #tail = `,"pid":${process.pid},"hostname":${JSON.stringify(hostname())},"request_id":"`

  constructor(log: Logger) {
    this.#log = log
    this.#stream = (log as unknown as { [symbols.streamSym]: DestinationStream })[symbols.streamSym]
  }

  write(call: CallRecord): void {
    if (!this.#log.isLevelEnabled('info')) return
    const subCode = call.subCode === undefined ? '' : `,"sub_code":${quote(call.subCode)}`
    const names = `${call.requestId}","app_key":${quote(call.appKey)},"method":${quote(call.method)}`
    const numbers = `"duration_us":${call.durationUs},"bytes_in":${call.bytesIn},"bytes_out":${call.bytesOut}`
    const head = `{"level":${INFO},"time":${call.at.getTime()}${this.#tail}`
    this.#stream.write(`${head}${names},"code":${call.code}${subCode},${numbers},"msg":"call"}\n`)
  }
}

const PLAIN = /^[\w.:\- ]*$/

function quote(text: string): string {
  return PLAIN.test(text) ? `"${text}"` : JSON.stringify(text)
}
