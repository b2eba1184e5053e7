import type { Context } from '../../context.ts'
import type { Agreement, Step } from './agreement.ts'
import { type AgreementFilter, selectAgreements, selectSteps } from './rows.ts'

/** Agreements with their steps, the oldest first, from after an id. */
export async function listAgreements(
  ctx: Context,
  filter: AgreementFilter,
): Promise<(Agreement & { steps: Step[] })[]> {
  const agreements = await selectAgreements(ctx.store.read, filter)
  const steps = await selectSteps(
    ctx.store.read,
    agreements.map((agreement) => agreement.id),
  )
  return agreements.map((agreement) => ({ ...agreement, steps: steps.get(agreement.id) ?? [] }))
}
