import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { refreshOffers, refreshShopFigures } from '../domain/goods/index.ts'
import { seedAccounts } from './demo-accounts.ts'
import { seedAgreement } from './demo-agreement.ts'
import { seedContent } from './demo-content.ts'
import { seedCredit } from './demo-credit.ts'
import { composeItem, composeSales } from './demo-items.ts'
import { seedLeader } from './demo-leader.ts'
import { seedMaterials } from './demo-materials.ts'
import { seedNewuser } from './demo-newuser.ts'
import { seedOauth } from './demo-oauth.ts'
import { composeCoupons, composeFeature, composePlans, composeSkus, type Offered } from './demo-offers.ts'
import { seedPayees } from './demo-payees.ts'
import { type DemoPeople, type Seeding, seedPeople } from './demo-people.ts'
import { findDemoRecord, writeDemoRecord } from './demo-record.ts'
import { type DemoShop, seedCategories, seedShops } from './demo-shops.ts'
import { type ItemOfShop, seedVenues } from './demo-venues.ts'
import { insertRows, type Row, reserveIds } from './insert-rows.ts'
import { Random } from './random.ts'

const SEED = 20_250_101
const BATCH = 1000
/** How many items demo.json names, and how many more the same shop has around them. */
const FEATURED = 10
const FIRST_SHOP_ITEMS = 40

export type SeedOptions = {
  /** At least 10, all in all. */
  items: number
  shops: number
  progress(done: number, of: number, what: string): void
}

/**
 * The demo network of a sandbox: people, shops, goods, plans, coupons, venues; the same rows every time, dates
 * relative to the business day. Does nothing where it is there already; one transaction, so all or nothing.
 */
export async function seedDemoNetwork(ctx: Context, options: SeedOptions): Promise<void> {
  if (options.items < FEATURED || options.shops < 1)
    throw new RangeError('a demo network has 10 items and a shop')
  if (await findDemoRecord(ctx.store.read)) return
  await ctx.store.transact(async (tx) => {
    const seeding: Seeding = { ctx, tx, now: ctx.clock.now() }
    const random = new Random(SEED)
    const people = await seedPeople(seeding)
    await seedAgreement(seeding, people)
    await seedCredit(seeding, people)
    await seedCategories(seeding)
    const shops = await seedShops(seeding, random, { people, count: options.shops })
    const items = await seedItems(seeding, random, { people, shops, options })
    await seedVenues(seeding, random, { shops, items })
    await seedContent(seeding, { people, itemIds: items.map((item) => item.id) })
    await seedMaterials(seeding, { people, items })
    await sql`
      update shops set pict_url = first.pict_url
      from (select distinct on (shop_id) shop_id, pict_url from items order by shop_id, id) as first
      where first.shop_id = shops.id`.execute(tx)
    const { merchantIds: _, ...record } = people
    const [shop] = shops as [DemoShop]
    await seedLeader(seeding, shop.id)
    await seedOauth(seeding)
    await seedAccounts(seeding, people)
    await seedPayees(seeding)
    await seedNewuser(seeding, shops)
    const itemIds = items.slice(0, FEATURED).map((item) => String(item.id))
    await writeDemoRecord(tx, { ...record, shopId: String(shop.id), shopKey: shop.key, itemIds })
  })
  // What the first requests search through should not be planned for an empty table.
  await sql`analyze items, coupons, commission_plans, shops, skus`.execute(ctx.store.read)
  await refreshOffers(ctx)
  await refreshShopFigures(ctx)
  await sql`analyze item_search`.execute(ctx.store.read)
}

type Goods = { people: DemoPeople; shops: readonly DemoShop[]; options: SeedOptions }

async function seedItems(seeding: Seeding, random: Random, goods: Goods): Promise<ItemOfShop[]> {
  const { items: total, progress } = goods.options
  const first = await reserveIds(seeding.tx, 'items', total)
  const written: ItemOfShop[] = []
  while (written.length < total) {
    const from = written.length
    const batch: Batch = { items: [], skus: [], coupons: [], plans: [] }
    for (let number = from; number < Math.min(from + BATCH, total); number++) {
      const shop = shopOf(random, number, goods.shops)
      const item = composeItem(random, {
        id: first + BigInt(number),
        shop,
        number: number + 1,
        now: seeding.now,
      })
      addItem(batch, random, { item, shop, now: seeding.now, number, people: goods.people })
      written.push({ id: first + BigInt(number), shopId: shop.id })
    }
    await insertRows(seeding.tx, 'items', batch.items)
    await insertRows(seeding.tx, 'skus', batch.skus)
    await insertRows(seeding.tx, 'coupons', batch.coupons)
    await insertRows(seeding.tx, 'commission_plans', batch.plans)
    progress(written.length, total, 'demo goods')
  }
  return written
}

type Batch = {
  items: Row<'items'>[]
  skus: Row<'skus'>[]
  coupons: Row<'coupons'>[]
  plans: Row<'commission_plans'>[]
}

function addItem(
  batch: Batch,
  random: Random,
  composed: Offered & { number: number; people: DemoPeople },
): void {
  const isFeatured = composed.number < FEATURED
  const { item, coupons, plans } = isFeatured
    ? composeFeature(random, composed, composed.number)
    : {
        item: composed.item,
        coupons: composeCoupons(random, composed),
        plans: composePlans(random, composed, composed.people),
      }
  const sales = composeSales(random, { priceFen: item.price_fen, rateBp: plans[0]?.rate_bp ?? 200 })
  batch.items.push({ ...item, ...sales })
  batch.coupons.push(...coupons)
  batch.plans.push(...plans)
  if (!isFeatured) batch.skus.push(...composeSkus(random, composed))
}

/** The first shop has the first goods, every other shop one, and then large shops have many and small ones few. */
function shopOf(random: Random, number: number, shops: readonly DemoShop[]): DemoShop {
  const [first] = shops as [DemoShop]
  if (number < FIRST_SHOP_ITEMS) return first
  return shops[number - FIRST_SHOP_ITEMS + 1] ?? shops[random.skewed(1, shops.length - 1)] ?? first
}
