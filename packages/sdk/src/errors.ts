import { isRetryable } from '@opentbk/top/client'

/** What an error answer says, as it stands on the wire. */
export interface ErrorAnswer {
  readonly code: number
  readonly msg: string
  readonly subCode: string | undefined
  readonly subMsg: string | undefined
  readonly requestId: string | undefined
}

const banSeconds = /(\d{1,6}) more second/
// Calls over a limit are turned away at the door: 4 user, 5 session, 6 partner, 7 app, 8 frequency.
const limitCodes = new Set([4, 5, 6, 7, 8])

/** The gateway answered with an error: the platform's (code below 100) or, with code 15, the method's own. */
export class TopApiError extends Error {
  /** The wire name of the method that was called. */
  readonly method: string
  readonly code: number
  /** The short text of the code, for example `Remote service error`. */
  readonly msg: string
  /** What exactly was refused, for example `isv.missing-parameter:pid`. */
  readonly subCode: string | undefined
  /** The same for people, mostly in Chinese. */
  readonly subMsg: string | undefined
  /** To be named to whoever runs the gateway. */
  readonly requestId: string | undefined
  /** Whether the same call may succeed later. The client has tried again already where that was safe. */
  readonly retryable: boolean
  /** The call was over a limit, so nothing was done. */
  readonly isLimit: boolean
  /** How long a limit lasts, where the gateway says so. */
  readonly retryAfterMs: number | undefined

  constructor(method: string, answer: ErrorAnswer) {
    const { code, msg, subCode, subMsg, requestId } = answer
    const parts = [`${method}: ${code} ${msg}`, subCode, subMsg].filter((part) => part !== undefined)
    super(parts.join(' · '))
    this.name = 'TopApiError'
    this.method = method
    this.code = code
    this.msg = msg
    this.subCode = subCode
    this.subMsg = subMsg
    this.requestId = requestId
    this.retryable = isRetryable(code, subCode)
    this.isLimit = limitCodes.has(code) || subCode?.startsWith('accesscontrol.limited-by-') === true
    const seconds = this.isLimit ? banSeconds.exec(subMsg ?? '')?.[1] : undefined
    this.retryAfterMs = seconds === undefined ? undefined : Number(seconds) * 1000
  }
}

/**
 * Why there is no answer. `refused`: no connection came about, so nothing was done. `timeout`, `network`: the call
 * may or may not have been done. `status`: an HTTP status other than 200. `answer`: a text that is no TOP answer.
 */
export type TransportProblem = 'refused' | 'timeout' | 'network' | 'status' | 'answer'

/** No TOP answer came back. `cause` is what lies below, where there is something. */
export class TransportError extends Error {
  readonly problem: TransportProblem
  /** The HTTP status, if one came. */
  readonly status: number | undefined

  constructor(
    problem: TransportProblem,
    message: string,
    detail: { status?: number | undefined; cause?: unknown } = {},
  ) {
    super(message, detail.cause === undefined ? undefined : { cause: detail.cause })
    this.name = 'TransportError'
    this.problem = problem
    this.status = detail.status
  }
}
