import type { Db } from '../../../store/store.ts'

/** A shop as an import needs it. */
export type ImportShop = { id: bigint; shopKey: string; domains: readonly string[]; hosted: boolean }

/** Shops by key or by number. */
export async function selectImportShops(
  db: Db,
  names: { keys: readonly string[]; ids: readonly bigint[] },
): Promise<ImportShop[]> {
  const rows = await db
    .selectFrom('shops')
    .select(['id', 'shop_key', 'domains', 'hosted'])
    .where((where) =>
      where.or([
        where('shop_key', '=', where.fn.any(where.val([...names.keys]))),
        where('id', '=', where.fn.any(where.val([...names.ids]))),
      ]),
    )
    .execute()
  return rows.map(({ shop_key, ...row }) => ({ ...row, shopKey: shop_key }))
}

export async function selectCategoryIds(db: Db, ids: readonly bigint[]): Promise<Set<bigint>> {
  const rows = await db
    .selectFrom('categories')
    .select('id')
    .where((where) => where('id', '=', where.fn.any(where.val([...ids]))))
    .execute()
  return new Set(rows.map((row) => row.id))
}

/** Items by shop and outer id, `shop outer` → id. */
export async function selectItemIds(
  db: Db,
  names: readonly { shopId: bigint; outerId: string }[],
): Promise<Map<string, bigint>> {
  if (names.length === 0) return new Map()
  const rows = await db
    .selectFrom('items')
    .select(['id', 'shop_id', 'outer_id'])
    .where('shop_id', 'in', [...new Set(names.map((name) => name.shopId))])
    .where((where) => where('outer_id', '=', where.fn.any(where.val(names.map((name) => name.outerId)))))
    .execute()
  return new Map(rows.map((row) => [`${row.shop_id} ${row.outer_id}`, row.id]))
}

/** Whose coupon an activity id is. */
export async function selectCouponOwners(
  db: Db,
  activityIds: readonly string[],
): Promise<Map<string, { shopId: bigint; itemId: bigint | null }>> {
  const rows = await db
    .selectFrom('coupons')
    .select(['activity_id', 'shop_id', 'item_id'])
    .where((where) => where('activity_id', '=', where.fn.any(where.val([...activityIds]))))
    .execute()
  return new Map(rows.map((row) => [row.activity_id, { shopId: row.shop_id, itemId: row.item_id }]))
}
