import type { Target } from '../goods/index.ts'

/** What people see of where a link leads. */
export function titleOf(target: Target): string {
  if (target.kind === 'item') return target.item.title
  return target.kind === 'shop' ? target.shop.title : target.venue.title
}
