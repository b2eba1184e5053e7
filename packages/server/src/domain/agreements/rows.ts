import type { Selectable } from 'kysely'
import type { Db } from '../../store/store.ts'
import type { ShareAgreementStepsTable, ShareAgreementsTable } from '../../store/tables.ts'
import type { Agreement, AgreementState, Step } from './agreement.ts'

type Parties = { secondId: bigint; thirdId: bigint }

/** The new offer; undefined while another offer between these parties is open. */
export async function insertOffer(
  db: Db,
  row: Parties & { shareBp: number; offeredBy: bigint; offeredAt: Date },
): Promise<Agreement | undefined> {
  const inserted = await db
    .insertInto('share_agreements')
    .values({
      second_id: row.secondId,
      third_id: row.thirdId,
      share_bp: row.shareBp,
      offered_by: row.offeredBy,
      state: 'offered',
      offered_at: row.offeredAt,
    })
    .onConflict((conflict) =>
      conflict.columns(['second_id', 'third_id']).where('state', '=', 'offered').doNothing(),
    )
    .returningAll()
    .executeTakeFirst()
  return inserted && toAgreement(inserted)
}

/** The agreement in force between two parties in these roles. */
export async function selectAccepted(db: Db, parties: Parties): Promise<Agreement | undefined> {
  const row = await db
    .selectFrom('share_agreements')
    .selectAll()
    .where('second_id', '=', parties.secondId)
    .where('third_id', '=', parties.thirdId)
    .where('state', '=', 'accepted')
    .executeTakeFirst()
  return row && toAgreement(row)
}

/** An agreement of this member's, held until the transaction ends. */
export async function lockAgreement(
  db: Db,
  key: { id: bigint; memberId: bigint },
): Promise<Agreement | undefined> {
  const row = await db
    .selectFrom('share_agreements')
    .selectAll()
    .where('id', '=', key.id)
    .where((eb) => eb.or([eb('second_id', '=', key.memberId), eb('third_id', '=', key.memberId)]))
    .forUpdate()
    .executeTakeFirst()
  return row && toAgreement(row)
}

type Change = { state: Exclude<AgreementState, 'offered'>; at: Date }

export async function changeAgreement(db: Db, id: bigint, to: Change): Promise<Agreement> {
  const row = await db
    .updateTable('share_agreements')
    .set(to.state === 'ended' ? { state: to.state, ended_at: to.at } : { state: to.state, decided_at: to.at })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  return toAgreement(row)
}

/** Ends the agreement in force between two parties, if there is one. Answers its id. */
export async function endAccepted(db: Db, parties: Parties, at: Date): Promise<bigint | undefined> {
  const row = await db
    .updateTable('share_agreements')
    .set({ state: 'ended', ended_at: at })
    .where('second_id', '=', parties.secondId)
    .where('third_id', '=', parties.thirdId)
    .where('state', '=', 'accepted')
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

export async function insertStep(db: Db, agreementId: bigint, step: Step): Promise<void> {
  await db
    .insertInto('share_agreement_steps')
    .values({
      agreement_id: agreementId,
      step: step.step,
      member_id: step.actor.memberId,
      by_operator: step.actor.operator !== undefined,
      operator_id: step.actor.operator?.id ?? null,
      reason: step.reason ?? null,
      at: step.at,
    })
    .execute()
}

/** Whose agreements, in which state, and which page of them. */
export type AgreementFilter = {
  /** Undefined is everybody's, for operators. */
  memberId: bigint | undefined
  state: AgreementState | undefined
  after: bigint
  limit: number
}

/** The oldest first, after an id. */
export async function selectAgreements(db: Db, filter: AgreementFilter): Promise<Agreement[]> {
  const { memberId, state } = filter
  let query = db.selectFrom('share_agreements').selectAll().where('id', '>', filter.after)
  if (memberId !== undefined)
    query = query.where((eb) => eb.or([eb('second_id', '=', memberId), eb('third_id', '=', memberId)]))
  if (state !== undefined) query = query.where('state', '=', state)
  const rows = await query.orderBy('id').limit(filter.limit).execute()
  return rows.map(toAgreement)
}

/** The steps of each of these agreements, the first first. */
export async function selectSteps(db: Db, agreementIds: readonly bigint[]): Promise<Map<bigint, Step[]>> {
  if (agreementIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('share_agreement_steps')
    .selectAll()
    .where('agreement_id', 'in', agreementIds)
    .orderBy('id')
    .execute()
  const steps = new Map(agreementIds.map((id): [bigint, Step[]] => [id, []]))
  for (const row of rows) steps.get(row.agreement_id)?.push(toStep(row))
  return steps
}

function toAgreement(row: Selectable<ShareAgreementsTable>): Agreement {
  return {
    id: row.id,
    secondId: row.second_id,
    thirdId: row.third_id,
    shareBp: row.share_bp,
    offeredBy: row.offered_by,
    state: row.state as AgreementState,
    offeredAt: row.offered_at,
    decidedAt: row.decided_at ?? undefined,
    endedAt: row.ended_at ?? undefined,
  }
}

function toStep(row: Selectable<ShareAgreementStepsTable>): Step {
  return {
    step: row.step as Step['step'],
    actor: {
      memberId: row.member_id,
      operator: row.by_operator ? { id: row.operator_id ?? undefined } : undefined,
    },
    reason: row.reason ?? undefined,
    at: row.at,
  }
}
