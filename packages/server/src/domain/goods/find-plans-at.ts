import type { Db } from '../../store/store.ts'
import type { Item, Plan } from './item.ts'
import { selectPlansAt } from './past-plan-rows.ts'
import { decidePlan, type PlannedItem } from './rules.ts'

/** A sale of an item by a promoter, at the moment that decides its plan. */
export type PlannedSale = {
  item: PlannedItem & Pick<Item, 'shopId'>
  memberId: bigint
  at: Date
  generalOnly: boolean
}

/**
 * The plans by which promoters earned on items at past moments, in the order of the sales, read from the
 * rows as they were then: a plan never changes, it ends. Reads through the handle given, so that it may
 * stand in a transaction.
 */
export async function findPlansAt(db: Db, sales: readonly PlannedSale[]): Promise<(Plan | undefined)[]> {
  const terms = await selectPlansAt(
    db,
    sales.map(({ item, memberId, at }) => ({
      itemId: item.id,
      shopId: item.shopId,
      categoryIds: [item.category.id, item.topCategory.id],
      memberId,
      at,
    })),
  )
  return sales.map((sale, index) => {
    const found = terms[index]
    return found && decidePlan(sale.item, found, sale)
  })
}
