import type { Db } from '../../../store/store.ts'
import { type ClickSeen, parseClickId, selectClicks } from '../../clicks/index.ts'

/** Clicks by the id that a shop reported, however it was spelled. */
export type ClaimedClicks = (clickId: string) => ClickSeen | undefined

/** The clicks that these ids name. What is no click id, or was never given out, names none. */
export async function findClaimedClicks(db: Db, clickIds: Iterable<string>): Promise<ClaimedClicks> {
  const parsed = new Map<string, { id: string; at: Date }>()
  for (const clickId of clickIds) {
    const click = parseClickId(clickId)
    if (click) parsed.set(click.id, click)
  }
  const clicks = await selectClicks(db, [...parsed.values()])
  return (clickId) => {
    const click = parseClickId(clickId)
    return click && clicks.get(click.id)
  }
}
