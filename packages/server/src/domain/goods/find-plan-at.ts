import type { Db } from '../../store/store.ts'
import type { Item, Plan } from './item.ts'
import { selectItemPlans, selectJoinedPlans, selectShopPlans } from './offer-rows.ts'
import { decidePlan, type PlannedItem } from './rules.ts'

/**
 * The plan by which a promoter earned on an item at a past moment, read from the rows as they were then:
 * a plan never changes, it ends. Reads through the handle given, so that it may stand in a transaction.
 */
export async function findPlanAt(
  db: Db,
  wanted: {
    item: PlannedItem & Pick<Item, 'shopId'>
    memberId: bigint
    at: Date
    generalOnly: boolean
  },
): Promise<Plan | undefined> {
  const { item, at } = wanted
  const ofItem = await selectItemPlans(db, { itemIds: [item.id], after: at })
  const ofShop = await selectShopPlans(db, { shopIds: [item.shopId], after: at })
  const joined = await selectJoinedPlans(db, wanted.memberId)
  const plans = [...(ofItem.get(item.id) ?? []), ...(ofShop.get(item.shopId) ?? [])]
  return decidePlan(item, { plans, joined }, wanted)
}
