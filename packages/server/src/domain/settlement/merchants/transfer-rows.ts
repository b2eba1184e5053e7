import type { Tx } from '../../../store/store.ts'
import type { Transfer } from './account.ts'

export async function selectTransfer(tx: Tx, reference: string): Promise<Transfer | undefined> {
  const row = await tx
    .selectFrom('merchant_transfers')
    .selectAll()
    .where('reference', '=', reference)
    .executeTakeFirst()
  return (
    row && {
      reference: row.reference,
      memberId: row.member_id,
      amountFen: row.amount_fen,
      balanceFen: row.balance_fen,
      entryId: row.entry_id,
      postedAt: row.posted_at,
    }
  )
}

export async function insertTransfer(
  tx: Tx,
  transfer: Transfer & { operatorId: bigint | undefined },
): Promise<void> {
  await tx
    .insertInto('merchant_transfers')
    .values({
      reference: transfer.reference,
      member_id: transfer.memberId,
      amount_fen: transfer.amountFen,
      balance_fen: transfer.balanceFen,
      entry_id: transfer.entryId,
      operator_id: transfer.operatorId ?? null,
      posted_at: transfer.postedAt,
    })
    .execute()
}
