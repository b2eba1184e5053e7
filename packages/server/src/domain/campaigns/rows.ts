import type { Selectable } from 'kysely'
import type { Db } from '../../store/store.ts'
import type { CampaignStepsTable, CampaignsTable } from '../../store/tables.ts'
import type { Campaign, CampaignState, CampaignStep, Page } from './campaign.ts'

export async function insertCampaign(db: Db, campaign: Omit<Campaign, 'id'>): Promise<Campaign> {
  const row = await db
    .insertInto('campaigns')
    .values({
      leader_id: campaign.leaderId,
      name: campaign.name,
      service_rate_bp: campaign.serviceRateBp,
      starts_at: campaign.startsAt,
      ends_at: campaign.endsAt,
      created_at: campaign.createdAt,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  return toCampaign(row)
}

/** A campaign, held until the transaction ends. */
export async function lockCampaign(db: Db, id: bigint): Promise<Campaign | undefined> {
  const row = await db.selectFrom('campaigns').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row && toCampaign(row)
}

export async function updateCampaignEnd(db: Db, id: bigint, endsAt: Date): Promise<void> {
  await db.updateTable('campaigns').set({ ends_at: endsAt }).where('id', '=', id).execute()
}

/** Whose campaigns, in which state at a moment, and which page of them. */
export type CampaignFilter = Page & {
  /** Undefined is everybody's, for operators. */
  leaderId: bigint | undefined
  state: CampaignState | undefined
}

export async function selectCampaigns(db: Db, filter: CampaignFilter, at: Date): Promise<Campaign[]> {
  const { leaderId, state } = filter
  let query = db.selectFrom('campaigns').selectAll().where('id', '>', filter.after)
  if (leaderId !== undefined) query = query.where('leader_id', '=', leaderId)
  if (state === 'ended')
    query = query.where((eb) => eb.or([eb('ends_at', '<=', at), eb('ends_at', '<=', eb.ref('starts_at'))]))
  if (state === 'open') query = query.where('starts_at', '<=', at).where('ends_at', '>', at)
  if (state === 'planned') query = query.where('starts_at', '>', at).whereRef('ends_at', '>', 'starts_at')
  const rows = await query.orderBy('id').limit(filter.limit).execute()
  return rows.map(toCampaign)
}

export async function insertStep(db: Db, campaignId: bigint, step: CampaignStep): Promise<void> {
  await db
    .insertInto('campaign_steps')
    .values({
      campaign_id: campaignId,
      item_id: step.itemId ?? null,
      step: step.step,
      member_id: step.actor.memberId,
      by_operator: step.actor.operator !== undefined,
      operator_id: step.actor.operator?.id ?? null,
      reason: step.reason ?? null,
      at: step.at,
    })
    .execute()
}

export async function selectSteps(
  db: Db,
  campaignId: bigint,
  page: Page,
): Promise<(CampaignStep & { id: bigint })[]> {
  const rows = await db
    .selectFrom('campaign_steps')
    .selectAll()
    .where('campaign_id', '=', campaignId)
    .where('id', '>', page.after)
    .orderBy('id')
    .limit(page.limit)
    .execute()
  return rows.map(toStep)
}

function toCampaign(row: Selectable<CampaignsTable>): Campaign {
  return {
    id: row.id,
    leaderId: row.leader_id,
    name: row.name,
    serviceRateBp: row.service_rate_bp,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    createdAt: row.created_at,
  }
}

function toStep(row: Selectable<CampaignStepsTable>): CampaignStep & { id: bigint } {
  return {
    id: row.id,
    step: row.step as CampaignStep['step'],
    itemId: row.item_id ?? undefined,
    actor: {
      memberId: row.member_id,
      operator: row.by_operator ? { id: row.operator_id ?? undefined } : undefined,
    },
    reason: row.reason ?? undefined,
    at: row.at,
  }
}
