import { sql } from 'kysely'
import { arrayLiteral } from '../../store/array-literal.ts'
import { KEPT_PLAN } from '../../store/kept-plan.ts'
import type { Db, Store } from '../../store/store.ts'
import type { ClicksTable } from '../../store/tables.ts'
import type { ThirdParty } from '../links/index.ts'
import { COUNT_WINDOW_MS, countWithin } from './rules.ts'

export type ClickRow = {
  id: string
  clickedAt: Date
  shopperId: string
  linkHash: bigint
  memberId: bigint
  siteId: bigint
  adzoneId: bigint
  shopId: bigint
  itemId: bigint | undefined
  venueId: bigint | undefined
  couponId: bigint | undefined
  relationId: bigint | undefined
  specialId: bigint | undefined
  externalId: string | undefined
  uvid: string | undefined
  generalOnly: boolean
  bizScene: number
  third: ThirdParty | undefined
  via: 'long' | 'short'
  terminal: 'pc' | 'wireless'
  ipHash: Buffer
  agentHash: Buffer
  isBot: boolean
  /** Nobody's cookie came along: no click can have been before. */
  isNewShopper: boolean
  attributable: boolean
  reason: string | undefined
}

type Column = readonly [
  name: string,
  type: string,
  read: (row: ClickRow) => Exclude<ClickRow[keyof ClickRow], ThirdParty>,
]

const COLUMNS: readonly Column[] = [
  ['id', 'uuid', (row) => row.id],
  ['clicked_at', 'timestamptz', (row) => row.clickedAt],
  ['shopper_id', 'uuid', (row) => row.shopperId],
  ['link_hash', 'bigint', (row) => row.linkHash],
  ['member_id', 'bigint', (row) => row.memberId],
  ['site_id', 'bigint', (row) => row.siteId],
  ['adzone_id', 'bigint', (row) => row.adzoneId],
  ['shop_id', 'bigint', (row) => row.shopId],
  ['item_id', 'bigint', (row) => row.itemId],
  ['venue_id', 'bigint', (row) => row.venueId],
  ['coupon_id', 'bigint', (row) => row.couponId],
  ['relation_id', 'bigint', (row) => row.relationId],
  ['special_id', 'bigint', (row) => row.specialId],
  ['external_id', 'text', (row) => row.externalId],
  ['uvid', 'text', (row) => row.uvid],
  ['general_only', 'boolean', (row) => row.generalOnly],
  ['biz_scene', 'smallint', (row) => row.bizScene],
  ['via', 'text', (row) => row.via],
  ['terminal', 'text', (row) => row.terminal],
  ['ip_hash', 'bytea', (row) => row.ipHash],
  ['agent_hash', 'bytea', (row) => row.agentHash],
  ['is_bot', 'boolean', (row) => row.isBot],
  ['attributable', 'boolean', (row) => row.attributable],
  ['reason', 'text', (row) => row.reason],
  ['third_member_id', 'bigint', (row) => row.third?.memberId],
  ['third_site_id', 'bigint', (row) => row.third?.siteId],
  ['third_adzone_id', 'bigint', (row) => row.third?.adzoneId],
  ['share_bp', 'integer', (row) => row.third?.shareBp],
]
const NAMES = COLUMNS.map(([name]) => name)

// Planning this statement takes as long as running it for thirty rows: named, a connection plans it once.
const INSERT = {
  name: 'insert clicks',
  text: `
    insert into clicks (${NAMES.join()}, counted)
    select ${NAMES.map((name) => `c.${name}`).join()}, coalesce(c.counts, not exists (
      select from clicks before
      where before.shopper_id = c.shopper_id and before.link_hash = c.link_hash and before.counted
        and before.clicked_at > c.clicked_at - interval '${COUNT_WINDOW_MS} milliseconds'
        and before.clicked_at <= c.clicked_at))
    from unnest(${COLUMNS.map(([, type], index) => `$${index + 1}::${type}[]`).join()}, $${NAMES.length + 1}::boolean[])
      as c(${NAMES.join()}, counts)`,
}

/**
 * Writes a group of clicks in one statement. Whether a click counts is decided here: the first of a
 * shopper on a link within the hour, looking at the group itself and at the rows before it.
 */
export async function insertClicks(pool: Store['pool'], rows: readonly ClickRow[]): Promise<void> {
  const counts = countWithin(rows)
  const values = COLUMNS.map(([, , read]) => arrayLiteral(rows, read))
  await pool.query({ ...INSERT, values: [...values, arrayLiteral(counts, (counted) => counted)] })
}

/** What attribution needs to know of a click. */
export type ClickSeen = {
  id: string
  clickedAt: Date
  shopperId: string
  memberId: bigint
  siteId: bigint
  adzoneId: bigint
  shopId: bigint
  itemId: bigint | null
  relationId: bigint | null
  specialId: bigint | null
  generalOnly: boolean
  terminal: string
  attributable: boolean
  reason: string | null
  /** Of a tripartite link: who has a share of what the click earns. */
  third: ThirdParty | undefined
}

/** Clicks by id, each looked for within the millisecond in which it was made: in one partition. */
export async function selectClicks(
  db: Db,
  wanted: readonly { id: string; at: Date }[],
): Promise<Map<string, ClickSeen>> {
  if (wanted.length === 0) return new Map()
  const { rows } = await sql<SeenRow>`${KEPT_PLAN}
    select click.* from unnest(
      ${wanted.map((one) => one.id)}::uuid[], ${wanted.map((one) => one.at)}::timestamptz[]) as wanted(id, at)
    cross join lateral (
      select ${SEEN_COLUMNS} from clicks c
      where c.id = wanted.id
        and c.clicked_at >= wanted.at and c.clicked_at < wanted.at + interval '1 millisecond'
      limit 1
    ) click`.execute(db)
  return new Map(rows.map((row) => [row.id, seen(row)]))
}

/** Whose clicks may speak for the sale of an item, and within which time. */
export type ClickSpan = { shopperIds: readonly string[]; itemId: bigint; from: Date; to: Date }

/**
 * The clicks of each span in one shop, in the order of the spans, at most `limit` each: those that may
 * earn on the item, those that may earn, the others; the newest first in each, so that many cannot crowd
 * out the one.
 */
export async function selectShopperClicks(
  db: Db,
  query: { shopId: bigint; spans: readonly ClickSpan[]; limit: number },
): Promise<ClickSeen[][]> {
  const { shopId, spans, limit } = query
  const found = spans.map((): ClickSeen[] => [])
  if (spans.every((span) => span.shopperIds.length === 0)) return found
  // An array of arrays would be one flat list: each span's shoppers go as the text of an array.
  const { rows } = await sql<SeenRow & { n: number }>`${KEPT_PLAN}
    select wanted.n::int - 1 as n, click.* from unnest(
      ${spans.map((span) => `{${span.shopperIds.join()}}`)}::text[], ${spans.map((span) => span.itemId)}::bigint[],
      ${spans.map((span) => span.from)}::timestamptz[], ${spans.map((span) => span.to)}::timestamptz[]
    ) with ordinality as wanted(shopper_ids, item_id, from_at, to_at, n)
    cross join lateral (
      select ${SEEN_COLUMNS}, row_number() over (
        order by c.attributable and c.item_id is not distinct from wanted.item_id desc,
          c.attributable desc, c.clicked_at desc, c.id desc) as place
      from clicks c
      where c.shopper_id = any(wanted.shopper_ids::uuid[]) and c.shop_id = ${shopId}
        and c.clicked_at >= wanted.from_at and c.clicked_at <= wanted.to_at
      order by place limit ${limit}
    ) click
    order by wanted.n, click.place`.execute(db)
  for (const row of rows) found[row.n]?.push(seen(row))
  return found
}

const SEEN = [
  ...(['id', 'clicked_at', 'shopper_id', 'member_id', 'site_id', 'adzone_id', 'shop_id', 'item_id'] as const),
  ...(['relation_id', 'special_id', 'general_only', 'terminal', 'attributable', 'reason'] as const),
  ...(['third_member_id', 'third_site_id', 'third_adzone_id', 'share_bp'] as const),
]
const SEEN_COLUMNS = sql.join(SEEN.map((name) => sql.ref(`c.${name}`)))

type SeenRow = Pick<ClicksTable, (typeof SEEN)[number]>

function seen(row: SeenRow): ClickSeen {
  return {
    id: row.id,
    clickedAt: row.clicked_at,
    shopperId: row.shopper_id,
    memberId: row.member_id,
    siteId: row.site_id,
    adzoneId: row.adzone_id,
    shopId: row.shop_id,
    itemId: row.item_id,
    relationId: row.relation_id,
    specialId: row.special_id,
    generalOnly: row.general_only,
    terminal: row.terminal,
    attributable: row.attributable,
    reason: row.reason,
    third: thirdOf(row),
  }
}

function thirdOf(row: SeenRow): ThirdParty | undefined {
  const {
    third_member_id: memberId,
    third_site_id: siteId,
    third_adzone_id: adzoneId,
    share_bp: shareBp,
  } = row
  if (memberId === null || siteId === null || adzoneId === null || shareBp === null) return undefined
  return { memberId, siteId, adzoneId, shareBp }
}
