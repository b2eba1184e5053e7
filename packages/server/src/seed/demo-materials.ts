import type { DemoPeople, Seeding } from './demo-people.ts'
import type { ItemOfShop } from './demo-venues.ts'
import { insertRows, type Row, reserveIds } from './insert-rows.ts'
import { days } from './periods.ts'
import { goodsCategories } from './words/goods-words.ts'

type Selection = { name: string; subject: number; rule?: Record<string, unknown>; memberId?: string }

const BRANCHES = 6
const PICKED = 12

const ruled: readonly Selection[] = [
  {
    name: '实时热销榜',
    subject: 3,
    rule: { onlyHighGoodRate: true, sort: 'total_sales_des', limit: 200 },
  },
  { name: '高佣榜', subject: 3, rule: { minRateBp: 1500, sort: 'tk_rate_des', limit: 200 } },
  {
    name: '好券直播',
    subject: 1,
    rule: { onlyWithCoupon: true, sort: 'tk_total_sales_des', limit: 1000 },
  },
  {
    name: '39.9元包邮',
    subject: 1,
    rule: { maxPriceFen: 3990, onlyFreeShipment: true, sort: 'total_sales_des', limit: 500 },
  },
  { name: '家用精选', subject: 2, rule: { q: '家用', sort: 'match_des', limit: 300 } },
  { name: '天猫好店', subject: 2, rule: { onlyTmall: true, minShopDsr: 47_000, limit: 500 } },
  { name: '海外直邮', subject: 2, rule: { onlyOverseas: true, limit: 500 } },
]

const favorites = ['我的选品库', '自用好物']

/** Selections for everybody, of each subject, some by hand; and two favorites of the demo publisher's. */
export async function seedMaterials(
  { tx, now }: Seeding,
  input: { people: DemoPeople; items: readonly ItemOfShop[] },
): Promise<void> {
  const branches = goodsCategories.slice(0, BRANCHES).map(({ id, name }): Selection => {
    return { name: `${name}频道`, subject: 4, rule: { categoryIds: [String(id)], limit: 500 } }
  })
  const own = favorites.map((name): Selection => ({ name, subject: 5, memberId: input.people.publisherId }))
  const selections = [...ruled, ...branches, { name: '编辑推荐', subject: 5 }, ...own]
  const first = await reserveIds(tx, 'materials', selections.length)
  const { startsAt, endsAt } = days(now, -30, 365)
  const rows = selections.map(
    ({ name, subject, rule, memberId }, index): Row<'materials'> => ({
      id: first + BigInt(index),
      kind: 'goods',
      subject,
      name,
      member_id: memberId === undefined ? null : BigInt(memberId),
      rule: rule ?? null,
      starts_at: startsAt,
      ends_at: endsAt,
    }),
  )
  await insertRows(tx, 'materials', rows)
  const byHand = rows.filter((row) => row.rule === null)
  // Each starts further on, so that two lists by hand are not the same.
  const listed = byHand.flatMap((row, list) =>
    input.items.slice(list * PICKED, (list + 1) * PICKED).map((item, index) => {
      return { material_id: row.id as bigint, item_id: item.id, position: index + 1 }
    }),
  )
  await insertRows(tx, 'material_items', listed)
}
