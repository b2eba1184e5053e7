import type { Db } from '../../../store/store.ts'
import type { Item, Plan } from '../item.ts'
import { decidePlan, type PlannedItem } from '../rules.ts'
import { type PastPlans, selectPlansAt } from './past-plan-rows.ts'

/** A sale of an item by a promoter, at the moment that decides its plan. */
export type PlannedSale = {
  item: PlannedItem & Pick<Item, 'shopId'>
  memberId: bigint
  at: Date
  generalOnly: boolean
}

/** The plan by which a sale earns; none while the merchant's plans were paused, and that is said. */
export type PlanThen = { plan: Plan | undefined; isPaused: boolean }

/**
 * The plans by which promoters earned on items at past moments, in the order of the sales, read from the
 * rows as they were then: a plan never changes, it ends. Reads through the handle given, so that it may
 * stand in a transaction.
 */
export async function findPlansAt(db: Db, sales: readonly PlannedSale[]): Promise<PlanThen[]> {
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
    const found = terms[index] as PastPlans
    return { plan: decidePlan(sale.item, found, sale), isPaused: found.isPaused }
  })
}
