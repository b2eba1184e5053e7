import type { Tx } from '../../../store/store.ts'
import type { KeptEvent } from '../event.ts'
import { selectEvents } from '../rows.ts'
import { compareEvents } from '../rules.ts'
import { selectAcceptTimes } from '../story/explain-rows.ts'

export type AcceptedEvent = KeptEvent & { acceptedAt: Date }

/** An order's events in the order in which they count. */
export async function listEvents(tx: Tx, orderId: bigint): Promise<AcceptedEvent[]> {
  const events = (await selectEvents(tx, [orderId])).get(orderId) ?? []
  const times = await selectAcceptTimes(tx, orderId)
  return events
    .sort(compareEvents)
    .map((event) => ({ ...event, acceptedAt: times.get(event.eventId) as Date }))
}
