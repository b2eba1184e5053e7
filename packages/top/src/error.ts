type PlatformError = { readonly code: number; readonly msg: string; readonly retry: boolean }

const fixed = (code: number, msg: string): PlatformError => ({ code, msg, retry: false })
const passing = (code: number, msg: string): PlatformError => ({ code, msg, retry: true })

/** Every platform error, with its exact text on the wire and whether the same call may succeed later. */
export const topErrors = {
  'platform-error': passing(1, 'Platform System error'),
  'platform-blacklist': fixed(2, 'Platform System blacklist'),
  'upload-fail': fixed(3, 'Upload fail'),
  'user-call-limited': passing(4, 'User Call limited'),
  'session-call-limited': passing(5, 'Session Call limited'),
  'partner-call-limited': passing(6, 'Partner Call limited'),
  'app-call-limited': passing(7, 'App Call Limited'),
  'app-call-too-frequent': passing(8, 'App call exceeds limited frequency'),
  'http-action-not-allowed': fixed(9, 'Http action not allowed'),
  'service-unavailable': passing(10, 'Service currently unavailable'),
  'insufficient-isv-permissions': fixed(11, 'Insufficient isv permissions'),
  'insufficient-user-permissions': fixed(12, 'Insufficient user permissions'),
  'insufficient-partner-permissions': fixed(13, 'Insufficient partner permissions'),
  'remote-service-error': fixed(15, 'Remote service error'),
  'missing-method': fixed(21, 'Missing method'),
  'invalid-method': fixed(22, 'Invalid method'),
  'invalid-format': fixed(23, 'Invalid format'),
  'missing-signature': fixed(24, 'Missing signature'),
  'invalid-signature': fixed(25, 'Invalid signature'),
  'missing-session': fixed(26, 'Missing session'),
  'invalid-session': fixed(27, 'Invalid session'),
  'missing-app-key': fixed(28, 'Missing app key'),
  'invalid-app-key': fixed(29, 'Invalid app Key'),
  'missing-timestamp': fixed(30, 'Missing timestamp'),
  'invalid-timestamp': fixed(31, 'Invalid timestamp'),
  'missing-version': fixed(32, 'Missing version'),
  'invalid-version': fixed(33, 'Invalid version'),
  'unsupported-version': fixed(34, 'Unsupported version'),
  'missing-argument': fixed(40, 'Missing required arguments'),
  'invalid-argument': fixed(41, 'Invalid arguments'),
  'insufficient-session-permissions': fixed(42, 'Insufficient session permissions'),
  'parameter-error': fixed(43, 'parameter error'),
  'invalid-access-token': fixed(44, 'Invalid access token'),
  'forbidden-version': fixed(45, 'Forbidden version'),
  'iid-abandoned': fixed(46, 'iid abandoned,use num_iid'),
  'invalid-encoding': fixed(47, 'Invalid encoding'),
} as const satisfies Record<string, PlatformError>

export type TopErrorName = keyof typeof topErrors

/** What an error answer carries. `subCode` and `subMsg` are left off the wire when there are none. */
export type ErrorParts = { readonly subCode?: string | undefined; readonly subMsg?: string | undefined }

/** An error as the gateway answers it: `code`, `message` (the wire's `msg`), `subCode`, `subMsg`. */
export class TopError extends Error {
  readonly code: number
  readonly subCode: string | undefined
  readonly subMsg: string | undefined

  constructor(code: number, msg: string, parts: ErrorParts = {}) {
    super(msg)
    this.name = 'TopError'
    this.code = code
    this.subCode = parts.subCode
    this.subMsg = parts.subMsg
  }
}

/** A platform error by its name in `topErrors`. */
export function topError(name: TopErrorName, parts: ErrorParts = {}): TopError {
  const { code, msg } = topErrors[name]
  return new TopError(code, msg, parts)
}

/** 40: the parameter at `path` (for example `item_dto[0].item_id`) is required and missing. */
export function missingArgument(path: string): TopError {
  const { code, msg } = topErrors['missing-argument']
  return new TopError(code, `${msg}:${path}`, {
    subCode: `isv.missing-parameter:${path}`,
    subMsg: `缺少必填参数 ${path}`,
  })
}

/** 41: the parameter at `path` is not what it must be; `expected` says in Chinese what that is. */
export function invalidArgument(path: string, expected: string): TopError {
  const { code, msg } = topErrors['invalid-argument']
  return new TopError(code, `${msg}:${path}`, {
    subCode: `isv.invalid-parameter:${path}`,
    subMsg: `参数 ${path} 不正确：${expected}`,
  })
}

/**
 * Whether the same call may succeed later: the platform's passing states and limits, and `isp.*` sub_codes
 * other than those that blame the shape or size of the input.
 */
export function isRetryable(code: number, subCode?: string): boolean {
  if (subCode !== undefined && finalIspCodes.has(subCode)) return false
  if (subCode?.startsWith('isp.') || subCode?.startsWith('accesscontrol.limited-by-')) return true
  return retryableCodes.has(code)
}

const retryableCodes = new Set(
  Object.values(topErrors)
    .filter((error) => error.retry)
    .map((error) => error.code),
)
const finalIspCodes = new Set([
  'isp.null-pointer-exception',
  'isp.top-parse-error',
  'isp.top-mapping-parse-error',
  'isp.runtime-max-limit',
  'isp.relation-id-not-corrent',
  'isp.special-id-not-corrent',
  'isp.rebate-id-not-match',
  'isp.url_item_get_error',
  'isp.url_xid_not_match',
])
