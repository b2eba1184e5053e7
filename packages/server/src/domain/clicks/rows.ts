import { sql } from 'kysely'
import type { Db } from '../../store/store.ts'
import { COUNT_WINDOW_MS } from './rules.ts'

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
  via: 'long' | 'short'
  terminal: 'pc' | 'wireless'
  ipHash: Buffer
  agentHash: Buffer
  isBot: boolean
  attributable: boolean
  reason: string | undefined
}

/**
 * Writes a group of clicks in one statement. Whether a click counts is decided here: the first of a
 * shopper on a link within the hour, looking at the rows before it and at the group itself.
 */
export async function insertClicks(db: Db, rows: readonly ClickRow[]): Promise<void> {
  const column = <T>(read: (row: ClickRow) => T) => rows.map(read)
  const idOrNull = (read: (row: ClickRow) => bigint | undefined) => column((row) => read(row) ?? null)
  await sql`
    insert into clicks (id, clicked_at, shopper_id, link_hash, member_id, site_id, adzone_id, shop_id, item_id,
      venue_id, coupon_id, relation_id, special_id, external_id, uvid, general_only, biz_scene, via, terminal,
      ip_hash, agent_hash, is_bot, attributable, reason, counted)
    select c.*, not c.is_bot
      and row_number() over (partition by c.shopper_id, c.link_hash, c.is_bot order by c.clicked_at, c.id) = 1
      and not exists (
        select from clicks before
        where before.shopper_id = c.shopper_id and before.link_hash = c.link_hash and before.counted
          and before.clicked_at > c.clicked_at - ${COUNT_WINDOW_MS} * interval '1 millisecond'
          and before.clicked_at <= c.clicked_at)
    from unnest(
      ${column((row) => row.id)}::uuid[], ${column((row) => row.clickedAt.toISOString())}::timestamptz[],
      ${column((row) => row.shopperId)}::uuid[], ${column((row) => row.linkHash)}::bigint[],
      ${column((row) => row.memberId)}::bigint[], ${column((row) => row.siteId)}::bigint[],
      ${column((row) => row.adzoneId)}::bigint[], ${column((row) => row.shopId)}::bigint[],
      ${idOrNull((row) => row.itemId)}::bigint[], ${idOrNull((row) => row.venueId)}::bigint[],
      ${idOrNull((row) => row.couponId)}::bigint[], ${idOrNull((row) => row.relationId)}::bigint[],
      ${idOrNull((row) => row.specialId)}::bigint[], ${column((row) => row.externalId ?? null)}::text[],
      ${column((row) => row.uvid ?? null)}::text[], ${column((row) => row.generalOnly)}::boolean[],
      ${column((row) => row.bizScene)}::smallint[], ${column((row) => row.via)}::text[],
      ${column((row) => row.terminal)}::text[], ${column((row) => row.ipHash)}::bytea[],
      ${column((row) => row.agentHash)}::bytea[], ${column((row) => row.isBot)}::boolean[],
      ${column((row) => row.attributable)}::boolean[], ${column((row) => row.reason ?? null)}::text[]
    ) as c(id, clicked_at, shopper_id, link_hash, member_id, site_id, adzone_id, shop_id, item_id, venue_id,
      coupon_id, relation_id, special_id, external_id, uvid, general_only, biz_scene, via, terminal, ip_hash,
      agent_hash, is_bot, attributable, reason)`.execute(db)
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
}

export async function selectClick(
  db: Db,
  id: string,
  around: { from: Date; to: Date },
): Promise<ClickSeen | undefined> {
  const row = await clicksSeen(db)
    .where('id', '=', id)
    .where('clicked_at', '>=', around.from)
    .where('clicked_at', '<', around.to)
    .executeTakeFirst()
  return row && seen(row)
}

/**
 * The clicks of these shoppers in one shop within a time, at most `limit`: those that may earn on the
 * item, those that may earn, the others; the newest first in each, so that many cannot crowd out the one.
 */
export async function selectShopperClicks(
  db: Db,
  query: {
    shopperIds: readonly string[]
    shopId: bigint
    itemId: bigint
    from: Date
    to: Date
    limit: number
  },
): Promise<ClickSeen[]> {
  if (query.shopperIds.length === 0) return []
  const rows = await clicksSeen(db)
    .where('shopper_id', 'in', query.shopperIds)
    .where('shop_id', '=', query.shopId)
    .where('clicked_at', '>=', query.from)
    .where('clicked_at', '<=', query.to)
    .orderBy(sql`attributable and item_id is not distinct from ${query.itemId}`, 'desc')
    .orderBy('attributable', 'desc')
    .orderBy('clicked_at', 'desc')
    .orderBy('id', 'desc')
    .limit(query.limit)
    .execute()
  return rows.map(seen)
}

function clicksSeen(db: Db) {
  return db
    .selectFrom('clicks')
    .select(['id', 'clicked_at', 'shopper_id', 'member_id', 'site_id', 'adzone_id', 'shop_id', 'item_id'])
    .select(['relation_id', 'special_id', 'general_only', 'terminal', 'attributable', 'reason'])
}

type SeenRow = Awaited<ReturnType<ReturnType<typeof clicksSeen>['executeTakeFirstOrThrow']>>

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
  }
}
