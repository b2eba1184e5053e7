import type { DemoPeople, Seeding } from './demo-people.ts'
import { demoSecrets } from './demo-secrets.ts'
import { insertRows, type Row, reserveIds } from './insert-rows.ts'
import { DAY_MS, days, openPeriod } from './periods.ts'
import type { Random } from './random.ts'
import { brands, cities, goodsCategories, overseasCities } from './words/goods-words.ts'
import type { CategoryWords } from './words/word-lists.ts'

const HOME_GOODS = 21

/** What the goods of a shop are made from. */
export type DemoShop = {
  id: bigint
  key: string
  category: CategoryWords
  brand: string
  isTmall: boolean
  isOverseas: boolean
  city: string
}

/** The first shop is the one that demo.json gives away: fixed, so that its worked figures stay true. */
export function composeShops(random: Random, input: { first: bigint; count: number }): DemoShop[] {
  return Array.from({ length: input.count }, (_, index) => {
    const isOverseas = index > 0 && random.chance(5)
    const category = random.pick(goodsCategories)
    return {
      id: input.first + BigInt(index),
      key: `demo${String(index + 1).padStart(4, '0')}`,
      category: index === 0 ? homeGoods() : category,
      brand: brands[(index * 7) % brands.length] as string,
      isTmall: index === 0 || random.chance(45),
      isOverseas,
      city: index === 0 ? '浙江 杭州' : random.pick(isOverseas ? overseasCities : cities),
    }
  })
}

export async function seedCategories({ tx }: Seeding): Promise<void> {
  const roots = goodsCategories.map((category) => ({
    id: BigInt(category.id),
    parent_id: null,
    name: category.name,
  }))
  const leaves = goodsCategories.flatMap((category) =>
    category.leaves.map((leaf) => ({ id: BigInt(leaf.id), parent_id: BigInt(category.id), name: leaf.name })),
  )
  await insertRows(tx, 'categories', [...roots, ...leaves])
}

/** Shops of this server's own demo shop, each with a general plan and some with more. */
export async function seedShops(
  seeding: Seeding,
  random: Random,
  input: { people: DemoPeople; count: number },
): Promise<DemoShop[]> {
  const { ctx, tx, now } = seeding
  const shops = composeShops(random, {
    first: await reserveIds(tx, 'shops', input.count),
    count: input.count,
  })
  const secrets = demoSecrets(ctx.keys)
  const rows = shops.map((shop, index): Row<'shops'> => {
    const title = shop.isTmall
      ? `${shop.brand}旗舰店`
      : `${shop.brand}${random.pick(['小铺', '优选店', '工厂店'])}`
    return {
      id: shop.id,
      member_id: input.people.merchantIds[index % input.people.merchantIds.length] as bigint,
      title,
      nick: title,
      is_tmall: shop.isTmall,
      hosted: true,
      domains: [],
      dsr: random.between(45_000, 49_900),
      rating: random.between(5, 20),
      shop_key: shop.key,
      secret_sealed: ctx.keys.seal('shop-secret', Buffer.from(secrets.shop(shop.key))),
      created_at: new Date(now.getTime() - random.between(100, 2000) * DAY_MS),
    }
  })
  await insertRows(tx, 'shops', rows)
  await insertRows(
    tx,
    'commission_plans',
    shops.flatMap((shop, index) => {
      const plans = generalPlans(random, shop, now)
      // No rate of a category may beat the worked figures of the first shop: 9.99 at 5 % stays 5 %.
      return index === 0 ? plans.slice(0, 1) : plans
    }),
  )
  await seedTargetedPlans(seeding, random, { shops: shops.slice(1), people: input.people })
  await insertRows(
    tx,
    'coupons',
    shops.slice(1).flatMap((shop) => shopCoupons(random, shop, now)),
  )
  return shops
}

function generalPlans(random: Random, shop: DemoShop, now: Date): Row<'commission_plans'>[] {
  const plan = (categoryId: bigint | null, rateBp: number): Row<'commission_plans'> => ({
    kind: 'general',
    shop_id: shop.id,
    category_id: categoryId,
    name: '通用计划',
    rate_bp: rateBp,
    starts_at: days(now, -random.between(90, 400), 0).startsAt,
    ends_at: null,
  })
  const leaves = shop.category.leaves.filter(() => random.chance(50)).map((leaf) => leaf.id)
  const ids = random.chance(40) ? [shop.category.id, ...leaves] : leaves
  return [
    plan(null, random.between(10, 50) * 10),
    ...ids.map((id) => plan(BigInt(id), random.between(10, 80) * 10)),
  ]
}

/** One shop in eight has a targeted plan for all its goods; the demo publisher joined every second one. */
async function seedTargetedPlans(
  { tx, now }: Seeding,
  random: Random,
  input: { shops: readonly DemoShop[]; people: DemoPeople },
): Promise<void> {
  const chosen = input.shops.filter((_, index) => index % 8 === 0)
  if (chosen.length === 0) return
  const first = await reserveIds(tx, 'commission_plans', chosen.length)
  const plans = chosen.map((shop, index): Row<'commission_plans'> => {
    const { startsAt, endsAt } = openPeriod(random, now)
    return {
      id: first + BigInt(index),
      kind: 'targeted',
      shop_id: shop.id,
      name: '达人定向计划',
      rate_bp: random.between(12, 40) * 50,
      starts_at: startsAt,
      ends_at: endsAt,
    }
  })
  await insertRows(tx, 'commission_plans', plans)
  const members = [BigInt(input.people.publisherId), BigInt(input.people.secondPublisherId)]
  const joined = plans.map((plan, index) => {
    return { plan_id: plan.id as bigint, member_id: members[index % 2] as bigint, joined_at: now }
  })
  await insertRows(tx, 'plan_members', joined)
}

function shopCoupons(random: Random, shop: DemoShop, now: Date): Row<'coupons'>[] {
  if (!random.chance(60)) return []
  return [random.pick([99, 199]), random.pick([299, 399])].slice(0, random.between(1, 2)).map((threshold) => {
    const { startsAt, endsAt } = random.chance(70)
      ? openPeriod(random, now)
      : days(now, -40, -random.between(1, 9))
    const total = random.pick([1000, 5000, 20_000])
    return {
      activity_id: random.hex(32),
      shop_id: shop.id,
      item_id: null,
      face_fen: BigInt(Math.floor((threshold + 1) / 20) * 100),
      threshold_fen: BigInt(threshold * 100),
      total_count: total,
      remain_count: random.chance(8) ? random.between(0, 3) : random.between(100, total),
      starts_at: startsAt,
      ends_at: endsAt,
    }
  })
}

function homeGoods(): CategoryWords {
  return goodsCategories.find((category) => category.id === HOME_GOODS) as CategoryWords
}
