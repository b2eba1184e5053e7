import type { Seeding } from './demo-people.ts'
import type { DemoShop } from './demo-shops.ts'
import { insertRows, reserveIds } from './insert-rows.ts'
import { days } from './periods.ts'
import type { Random } from './random.ts'

const MAX_VENUES = 20
const MAX_ITEMS = 24

export type ItemOfShop = { id: bigint; shopId: bigint }

/** A campaign page for one shop in ten, the first shop's among them, open for a year or (some) soon over. */
export async function seedVenues(
  { tx, now }: Seeding,
  random: Random,
  input: { shops: readonly DemoShop[]; items: readonly ItemOfShop[] },
): Promise<void> {
  const chosen = input.shops.filter((_, index) => index % 10 === 0).slice(0, MAX_VENUES)
  const first = await reserveIds(tx, 'venues', chosen.length)
  const venues = chosen.map((shop, index) => {
    const { startsAt, endsAt } = index % 5 === 4 ? days(now, -20, 3) : days(now, -10, 365)
    const title = `${shop.brand}${random.pick(['新品会场', '清仓专场', '会员日', '爆款合集'])}`
    return { id: first + BigInt(index), shop_id: shop.id, title, starts_at: startsAt, ends_at: endsAt }
  })
  await insertRows(tx, 'venues', venues)
  const rows = venues.flatMap((venue) => {
    const own = input.items.filter((item) => item.shopId === venue.shop_id).slice(0, MAX_ITEMS)
    return own.map((item, index) => ({ venue_id: venue.id, item_id: item.id, position: index + 1 }))
  })
  await insertRows(tx, 'venue_items', rows)
}
