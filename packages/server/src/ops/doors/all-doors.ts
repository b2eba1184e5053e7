import { accountDoors } from './account-doors.ts'
import { agreementDoors } from './agreement-doors.ts'
import { contentDoors } from './content-doors.ts'
import type { Door } from './door.ts'
import { memberDoors } from './member-doors.ts'
import { moneyDoors } from './money-doors.ts'
import { networkDoors } from './network-doors.ts'
import { orderDoors } from './order-doors.ts'
import { payoutDoors } from './payout-doors.ts'
import { permissionDoors } from './permission-doors.ts'
import { publisherDoors } from './publisher-doors.ts'
import { siteDoors } from './site-doors.ts'

/** What operators do, under /admin/v1. */
export const operatorDoors: readonly Door[] = [
  ...memberDoors,
  ...siteDoors,
  ...permissionDoors,
  ...agreementDoors,
  ...orderDoors,
  ...moneyDoors,
  ...payoutDoors,
  ...contentDoors,
  ...networkDoors,
]

/** What members do, under /account/v1. */
export const ownDoors: readonly Door[] = [...accountDoors, ...publisherDoors]
