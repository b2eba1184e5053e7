import type { Context } from '../../context.ts'
import type { Db } from '../../store/store.ts'
import type { DecidedBy, DecisionAbout, Figures } from './decision.ts'
import { insertDecisions } from './rows.ts'

export type NewDecision = DecisionAbout & { kind: string; by: DecidedBy; reason: string; figures?: Figures }

/** Writes decisions into the audit log, in the transaction of what was decided. */
export async function recordDecisions(
  ctx: Context,
  db: Db,
  decisions: readonly NewDecision[],
): Promise<void> {
  const at = ctx.clock.now()
  await insertDecisions(
    db,
    decisions.map((decision) => ({ ...decision, figures: decision.figures ?? {}, at })),
  )
}
