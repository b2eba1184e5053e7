const MAX_AHEAD_MS = 600_000
// Printable and without blanks, as in R:15323432.
const GROUP_ID = /^[!-~]{1,64}$/

export function isGroupId(text: string): boolean {
  return GROUP_ID.test(text)
}

/** A channel's time stamp may be this much ahead of the network's clock, and no more. */
export function isAhead(stampMs: bigint, now: Date): boolean {
  return stampMs > BigInt(now.getTime() + MAX_AHEAD_MS)
}
