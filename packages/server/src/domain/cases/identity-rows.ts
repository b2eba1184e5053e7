import type { Db, Tx } from '../../store/store.ts'

export async function upsertMemberShopper(
  db: Db,
  row: { memberId: bigint; shopperId: string; seenAt: Date },
): Promise<void> {
  await db
    .insertInto('member_shoppers')
    .values({ member_id: row.memberId, shopper_id: row.shopperId, seen_at: row.seenAt })
    .onConflict((conflict) =>
      conflict.columns(['member_id', 'shopper_id']).doUpdateSet({ seen_at: row.seenAt }),
    )
    .execute()
}

/** Whose a buyer of a shop is known to be. */
export async function lockBuyer(
  tx: Tx,
  of: { shopId: bigint; buyerHash: Buffer },
): Promise<bigint | undefined> {
  const row = await tx
    .selectFrom('member_buyers')
    .select('member_id')
    .where('shop_id', '=', of.shopId)
    .where('buyer_hash', '=', of.buyerHash)
    .forUpdate()
    .executeTakeFirst()
  return row?.member_id
}

export async function upsertMemberBuyer(
  tx: Tx,
  row: { shopId: bigint; buyerHash: Buffer; memberId: bigint; notedAt: Date },
): Promise<void> {
  await tx
    .insertInto('member_buyers')
    .values({
      shop_id: row.shopId,
      buyer_hash: row.buyerHash,
      member_id: row.memberId,
      noted_at: row.notedAt,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['shop_id', 'buyer_hash'])
        .doUpdateSet({ member_id: row.memberId, noted_at: row.notedAt }),
    )
    .execute()
}
