import type { Context } from '../../../context.ts'
import { dayOf } from '../../figures/index.ts'
import { getNetworkSettings } from '../../network-settings/index.ts'
import { judgeSubjects } from '../judge-subjects.ts'
import type { Judgement } from '../judgement.ts'
import type { Application, ApplicationState, ShownApplication } from './application.ts'
import { selectApplication, selectApplications } from './application-rows.ts'

/** Which applications, and which page of them. */
export type ApplicationQuery = {
  state: ApplicationState | undefined
  memberId: bigint | undefined
  siteId: bigint | undefined
  /** Only those whose answer is late. */
  isOverdue: boolean
  /** The last of the page before. */
  after: bigint | undefined
  limit: number
}

/** Those that wait are listed by when their answer is due, all others by id. */
export async function listApplications(ctx: Context, query: ApplicationQuery): Promise<ShownApplication[]> {
  const { isOverdue, ...filter } = query
  const dueBefore = isOverdue ? dayOf(ctx.clock.now()) : undefined
  const state = isOverdue ? 'waiting' : filter.state
  const rows = await selectApplications(ctx.store.read, { ...filter, state, dueBefore })
  return rows.map((row) => toShown(ctx, row))
}

/** An application with its rules as they are now, beside how they were. Undefined where there is none. */
export async function findApplication(
  ctx: Context,
  id: bigint,
): Promise<(ShownApplication & { rulesNow: readonly Judgement[] }) | undefined> {
  const db = ctx.store.read
  const application = await selectApplication(db, id)
  if (!application) return undefined
  const settings = await getNetworkSettings(db)
  const [rulesNow = []] = await judgeSubjects(ctx, db, { subjects: [application], settings })
  return { ...toShown(ctx, application), rulesNow }
}

/** With whether its answer is late by now. */
export function toShown(ctx: Context, application: Application): ShownApplication {
  const { state, dueOn } = application
  const today = dayOf(ctx.clock.now())
  return { ...application, isOverdue: state === 'waiting' && dueOn !== undefined && dueOn < today }
}
