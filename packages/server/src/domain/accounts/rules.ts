const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

/** How long a browser stays signed in at the most. */
export const SIGN_IN_DAYS = 30
const IDLE_DAYS = 14
/** How exactly it is known when a browser was last seen: each finer step is a write more. */
const SEEN_STEP_MS = MINUTE_MS

/** Signed-in browsers of one member; a further one ends the oldest. */
export const MAX_SIGN_INS = 20
/** Between the password and the code of the second factor. */
const STEP_MINUTES = 5
const RESET_MINUTES = 30
const REGISTRATION_MINUTES = 24 * 60

const later = (at: Date, ms: number) => new Date(at.getTime() + ms)

export const signInExpiry = (at: Date) => later(at, SIGN_IN_DAYS * DAY_MS)
export const stepExpiry = (at: Date) => later(at, STEP_MINUTES * MINUTE_MS)
export const resetExpiry = (at: Date) => later(at, RESET_MINUTES * MINUTE_MS)
export const registrationExpiry = (at: Date) => later(at, REGISTRATION_MINUTES * MINUTE_MS)

type Seen = { expiresAt: Date; lastSeenAt: Date }

export function isSignInOver({ expiresAt, lastSeenAt }: Seen, now: Date): boolean {
  return now >= expiresAt || now >= later(lastSeenAt, IDLE_DAYS * DAY_MS)
}

/** Since when a browser must have been seen to be signed in still. */
export function seenSince(now: Date): Date {
  return later(now, -IDLE_DAYS * DAY_MS)
}

export function isSeenAnew({ lastSeenAt }: Seen, now: Date): boolean {
  return now >= later(lastSeenAt, SEEN_STEP_MS)
}

/** So many tries are free; then each waits twice as long as the one before, up to a quarter of an hour. */
type Patience = { free: number }

export const patience = {
  /** One name or address that somebody signs in by, whether it exists or not. */
  login: { free: 5 },
  /** What a member who is known must show again: the password, a code. */
  password: { free: 5 },
  second_factor: { free: 5 },
  /** One network address, over all names. */
  address: { free: 30 },
  /** Mails to one address. */
  reset: { free: 3 },
  register: { free: 3 },
  reset_address: { free: 10 },
  register_address: { free: 10 },
} as const satisfies Record<string, Patience>

export type Tried = keyof typeof patience

const FIRST_LOCK_MS = 30_000
const LONGEST_LOCK_MS = 15 * MINUTE_MS
const FORGET_MS = DAY_MS

/** Of a lock: there is none. */
export const NEVER = new Date(0)

export type Failures = { failures: number; lastFailedAt: Date; lockedUntil: Date }

/** What is known after one more try; undefined: it comes too early and does not count. */
export function afterTry(known: Failures | undefined, tried: Tried, now: Date): Failures | undefined {
  if (known && now < known.lockedUntil) return undefined
  const isFresh = known && now < later(known.lastFailedAt, FORGET_MS)
  const failures = (isFresh ? known.failures : 0) + 1
  const waitMs = lockMs(failures, tried)
  return { failures, lastFailedAt: now, lockedUntil: waitMs === 0 ? NEVER : later(now, waitMs) }
}

/** Failures before this are forgotten. */
export function forgottenBefore(now: Date): Date {
  return later(now, -FORGET_MS)
}

function lockMs(failures: number, tried: Tried): number {
  const over = failures - patience[tried].free
  return over < 0 ? 0 : Math.min(FIRST_LOCK_MS * 2 ** Math.min(over, 20), LONGEST_LOCK_MS)
}
