import { cutWords, searchVector } from '../domain/goods/index.ts'
import type { DemoShop } from './demo-shops.ts'
import type { Row } from './insert-rows.ts'
import { anyPeriod, DAY_MS } from './periods.ts'
import type { Random } from './random.ts'
import { seasons } from './words/goods-words.ts'
import type { LeafWords } from './words/word-lists.ts'

const SEASONAL = new Set([16, 30, 1625, 50006843, 50008165, 50008163])
const centEndings = [0, 0, 0, 50, 80, 90, 90, 99]

export type ItemPlace = { id: bigint; shop: DemoShop; number: number; now: Date }

/** One plausible item of a shop: sales with a long tail, a few that cannot be bought or promoted. */
export function composeItem(random: Random, { id, shop, number, now }: ItemPlace): Row<'items'> {
  const leaf = random.pick(shop.category.leaves)
  const noun = random.pick(leaf.nouns)
  const adjective = random.pick(shop.category.adjectives)
  const tail = random.pick(shop.category.tails)
  const title = composeTitle(random, {
    shop,
    leaf,
    middle: `${adjective}${noun}`,
    tail,
    year: now.getUTCFullYear(),
  })
  const isFreight = random.chance(28)
  return {
    id,
    shop_id: shop.id,
    outer_id: `${shop.key}-${String(number).padStart(5, '0')}`,
    category_id: BigInt(leaf.id),
    title,
    short_title: `${adjective}${noun}`,
    sub_title: random.chance(40)
      ? `${tail} ${random.pick(['下单立减', '顺丰发货', '晒图有礼', '七天无理由'])}`
      : null,
    brand_name: shop.isTmall ? shop.brand : null,
    ...pictures(random, id),
    ...prices(random, leaf, now),
    post_fee_fen: isFreight ? BigInt(random.between(5, 15)) * 100n : 0n,
    stock: random.chance(2) ? 0 : random.between(20, 5000),
    provcity: shop.city,
    is_overseas: shop.isOverseas,
    free_shipment: !isFreight,
    is_prepay: random.chance(85),
    superior_brand: shop.isTmall && random.chance(25),
    npx_level: random.pick([1, 2, 2, 3]),
    low_refund_rate: random.chance(40),
    high_good_rate: random.chance(50),
    high_pay_rate: random.chance(45),
    status: random.chance(2) ? 'off' : 'on',
    promoted: !random.chance(2),
    search: searchVector(cutWords(title)),
    created_at: new Date(now.getTime() - random.between(1, 900) * DAY_MS),
    updated_at: now,
  }
}

/** Sales as shops have them: a few items sell tens of thousands, most a few dozen. */
export function composeSales(random: Random, input: { priceFen: bigint; rateBp: number }) {
  const volume = BigInt(Math.floor(90_000 / random.between(1, 9000)))
  const promoted = (volume * BigInt(random.between(2, 45))) / 100n
  return {
    volume,
    annual_volume: volume * BigInt(random.between(5, 12)),
    promoted_volume: promoted,
    promoted_commission_fen: (promoted * input.priceFen * BigInt(input.rateBp)) / 10_000n,
  }
}

type TitleParts = { shop: DemoShop; leaf: LeafWords; middle: string; tail: string; year: number }

function composeTitle(random: Random, parts: TitleParts): string {
  const { shop, leaf, middle, tail } = parts
  const isSeasonal = SEASONAL.has(shop.category.id) && random.chance(70)
  const season = isSeasonal ? `${parts.year}${random.pick(seasons)}新款` : ''
  const spec = random.pick(leaf.specs)
  const second = random.pick(shop.category.adjectives)
  const ends = [tail, second, random.pick(shop.category.tails)].filter((word) => !middle.includes(word))
  const head = shop.isTmall || random.chance(30) ? `${shop.brand} ` : ''
  return `${head}${season}${middle} ${spec} ${[...new Set(ends)].join(' ')}`
}

function pictures(random: Random, id: bigint) {
  const path = `/shop/pictures/${id}.svg`
  const count = random.between(0, 4)
  return {
    // A path, not an address: the server may be reached on another port or host tomorrow.
    pict_url: path,
    small_images: Array.from({ length: count }, (_, index) => `${path}?view=${index + 2}`),
    white_image: random.chance(30) ? `${path}?view=white` : null,
  }
}

function prices(random: Random, leaf: LeafWords, now: Date) {
  const [low, high] = leaf.yuan
  const price = BigInt(random.skewed(low, high) * 100 + random.pick(centEndings))
  const reserve = random.chance(70) ? tenths((price * BigInt(random.between(110, 220))) / 100n) : price
  const isPromotion = random.chance(35)
  const { startsAt, endsAt } = anyPeriod(random, now)
  const promotion = tenths((price * BigInt(random.between(60, 95))) / 100n)
  return {
    reserve_price_fen: reserve > price ? reserve : price,
    price_fen: price,
    promotion_price_fen: isPromotion ? promotion : null,
    promotion_title: isPromotion ? random.pick(['限时特惠', '单品直降', '店铺特价', '新人价']) : null,
    promotion_starts_at: isPromotion ? startsAt : null,
    promotion_ends_at: isPromotion ? endsAt : null,
  }
}

function tenths(fen: bigint): bigint {
  return (fen / 10n) * 10n
}
