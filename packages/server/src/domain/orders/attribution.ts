import type { ClickSeen } from '../clicks/index.ts'

const DAY_MS = 86_400_000
/** A click earns for this long. */
export const ATTRIBUTION_MS = 15 * DAY_MS
/** How far a shop's clock may be behind ours. */
export const CLOCK_SLACK_MS = 60_000

/** A click id that came with the order, and what became of it. */
export type ClaimedClick = {
  clickId: string
  verdict: 'accepted' | 'unknown' | 'other shop' | 'too old' | 'later than the order'
}

/** The span in which a click can have led to something that happened at `at`. */
export function attributionSpan(at: Date): { from: Date; to: Date } {
  return { from: new Date(at.getTime() - ATTRIBUTION_MS), to: new Date(at.getTime() + CLOCK_SLACK_MS) }
}

/** Whether a click may speak for what happened in this shop at this time. */
export function judgeClaim(
  click: ClickSeen | undefined,
  of: { shopId: bigint; at: Date },
): ClaimedClick['verdict'] {
  if (!click) return 'unknown'
  if (click.shopId !== of.shopId) return 'other shop'
  const span = attributionSpan(of.at)
  if (click.clickedAt < span.from) return 'too old'
  return click.clickedAt > span.to ? 'later than the order' : 'accepted'
}

export type Chosen = { click: ClickSeen; rule: 'same item' | 'same shop' }

/**
 * The last attributable click on the item; else the last one on anything in the shop. `clicks` are those
 * of the shopper in this shop within the span, in any order.
 */
export function chooseClick(clicks: readonly ClickSeen[], itemId: bigint): Chosen | undefined {
  const able = clicks.filter((click) => click.attributable).sort(newestFirst)
  const onItem = able.find((click) => click.itemId === itemId)
  if (onItem) return { click: onItem, rule: 'same item' }
  const inShop = able[0]
  return inShop && { click: inShop, rule: 'same shop' }
}

function newestFirst(a: ClickSeen, b: ClickSeen): number {
  return b.clickedAt.getTime() - a.clickedAt.getTime() || (a.id < b.id ? 1 : -1)
}
