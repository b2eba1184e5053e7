import type { Context } from '../../../context.ts'
import { dueOn } from '../../calendar/index.ts'
import { getNetworkSettings } from '../../network-settings/index.ts'
import { lockProvisional, updateDueOn } from './application-rows.ts'

const AT_ONCE = 200

/** Answers whose day was provisional get the one that the calendar knows by now. Answers how many changed. */
export async function redateApplications(ctx: Context): Promise<number> {
  let changed = 0
  for (let after: bigint | undefined = 0n; after !== undefined; ) {
    const done: Redated = await redateSome(ctx, after)
    changed += done.changed
    after = done.last
  }
  return changed
}

/** `last`: where to go on; undefined at the end. */
type Redated = { changed: number; last: bigint | undefined }

async function redateSome(ctx: Context, after: bigint): Promise<Redated> {
  return ctx.store.transact(async (tx) => {
    const applications = await lockProvisional(tx, after, AT_ONCE)
    const { answerWorkingDays: workingDays } = await getNetworkSettings(tx)
    let changed = 0
    for (const { id, filedAt, dueOn: before } of applications) {
      const due = await dueOn(ctx, tx, { from: filedAt, workingDays })
      if (due.day === before && due.isProvisional) continue
      await updateDueOn(tx, id, due)
      changed++
    }
    return { changed, last: applications.length < AT_ONCE ? undefined : applications.at(-1)?.id }
  })
}
