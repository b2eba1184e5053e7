const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

/** How long a browser stays signed in at the most. */
export const SIGN_IN_DAYS = 30
const IDLE_DAYS = 14
/** How exactly it is known when a browser was last seen: each finer step is a write more. */
const SEEN_STEP_MS = MINUTE_MS

export function signInExpiry(now: Date): Date {
  return new Date(now.getTime() + SIGN_IN_DAYS * DAY_MS)
}

type Seen = { expiresAt: Date; lastSeenAt: Date }

export function isSignInOver({ expiresAt, lastSeenAt }: Seen, now: Date): boolean {
  return now >= expiresAt || now.getTime() - lastSeenAt.getTime() >= IDLE_DAYS * DAY_MS
}

export function isSeenAnew({ lastSeenAt }: Seen, now: Date): boolean {
  return now.getTime() - lastSeenAt.getTime() >= SEEN_STEP_MS
}
