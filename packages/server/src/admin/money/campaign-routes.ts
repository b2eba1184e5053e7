import { formatRate } from '@opentbk/top'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Context } from '../../context.ts'
import {
  type Campaign,
  type CampaignItem,
  type CampaignStep,
  campaignStates,
  createCampaign,
  endCampaign,
  joinCampaign,
  leaveCampaign,
  listCampaignItems,
  listCampaignSteps,
  listCampaigns,
  readEnding,
  readEntry,
  readNewCampaign,
} from '../../domain/campaigns/index.ts'
import { nextOf, readPage } from '../page.ts'

const MAX_BODY_BYTES = 65_536
const MAX_PAGE = 200
const bodies = { bodyLimit: MAX_BODY_BYTES }

type OfCampaign = { Params: { id: string } }
type OfItem = { Params: { id: string; itemId: string } }

/** Campaigns of recruiting leaders: what an operator does here is done for the member that the call names. */
export function campaignRoutes(http: FastifyInstance, ctx: Context): void {
  http.post('/admin/v1/campaigns', bodies, async (request, reply) => {
    const campaign = await createCampaign(ctx, readNewCampaign(request.body), { id: request.operatorId })
    return reply.code(201).send(writeCampaign(campaign))
  })

  http.post<OfCampaign>('/admin/v1/campaigns/:id/end', bodies, async (request, reply) => {
    const how = { ending: readEnding(request.body), operator: { id: request.operatorId } }
    const id = idOf(request.params.id)
    const ended = id === undefined ? undefined : await endCampaign(ctx, id, how)
    return ended ? writeCampaign(ended) : refuse(reply, 'id', 'no such campaign of this leader')
  })

  http.post<OfCampaign>('/admin/v1/campaigns/:id/items', bodies, async (request, reply) => {
    const how = { entry: readEntry(request.body), operator: { id: request.operatorId } }
    const id = idOf(request.params.id)
    const joined = id === undefined ? undefined : await joinCampaign(ctx, id, how)
    if (!joined) return refuse(reply, 'id', 'no such campaign')
    return reply.code(201).send(writeItem(joined))
  })

  http.post<OfItem>('/admin/v1/campaigns/:id/items/:itemId/leave', bodies, async (request, reply) => {
    const how = { ending: readEnding(request.body), operator: { id: request.operatorId } }
    const [campaignId, itemId] = [idOf(request.params.id), idOf(request.params.itemId)]
    const left =
      campaignId === undefined || itemId === undefined
        ? undefined
        : await leaveCampaign(ctx, { campaignId, itemId }, how)
    return left ? writeItem(left) : refuse(reply, 'item_id', 'not in this campaign')
  })

  campaignLists(http, ctx)
}

function campaignLists(http: FastifyInstance, ctx: Context): void {
  http.get('/admin/v1/campaigns', async (request) => {
    const names = ['leader_id', 'state']
    const { reader, after, limit } = readPage(request.query, { names, most: MAX_PAGE })
    const state = reader.choice('state', [...campaignStates, 'all'] as const, 'all')
    const campaigns = await listCampaigns(ctx, {
      leaderId: reader.optionalId('leader_id'),
      state: state === 'all' ? undefined : state,
      after,
      limit,
    })
    return {
      campaigns: campaigns.map((one) => ({ ...writeCampaign(one), state: one.state })),
      next: nextOf(campaigns, limit),
    }
  })

  http.get<OfCampaign>('/admin/v1/campaigns/:id/items', async (request) => {
    const page = readPage(request.query, { names: [], most: MAX_PAGE })
    const items = await listCampaignItems(ctx, idOf(request.params.id) ?? 0n, page)
    return { items: items.map(writeItem), next: nextOf(items, page.limit) }
  })

  http.get<OfCampaign>('/admin/v1/campaigns/:id/steps', async (request) => {
    const page = readPage(request.query, { names: [], most: MAX_PAGE })
    const steps = await listCampaignSteps(ctx, idOf(request.params.id) ?? 0n, page)
    return { steps: steps.map(writeStep), next: nextOf(steps, page.limit) }
  })
}

function idOf(text: string): bigint | undefined {
  return /^[1-9]\d{0,17}$/.test(text) ? BigInt(text) : undefined
}

function refuse(reply: FastifyReply, field: string, reason: string) {
  return reply.code(404).send({ error: `${field}: ${reason}`, field })
}

function writeCampaign(campaign: Campaign) {
  return {
    id: String(campaign.id),
    leader_id: String(campaign.leaderId),
    name: campaign.name,
    service_rate: formatRate(campaign.serviceRateBp),
    starts_at: campaign.startsAt.toISOString(),
    ends_at: campaign.endsAt.toISOString(),
    created_at: campaign.createdAt.toISOString(),
  }
}

function writeItem(item: CampaignItem) {
  return {
    id: String(item.id),
    campaign_id: String(item.campaignId),
    item_id: String(item.itemId),
    plan_id: String(item.planId),
    commission_rate: formatRate(item.rateBp),
    joined_at: item.joinedAt.toISOString(),
    starts_at: item.startsAt.toISOString(),
    ends_at: item.endsAt.toISOString(),
  }
}

function writeStep({ id, step, itemId, actor, reason, at }: CampaignStep & { id: bigint }) {
  const operatorId = actor.operator?.id
  return {
    id: String(id),
    step,
    item_id: itemId === undefined ? null : String(itemId),
    member_id: String(actor.memberId),
    by_operator: actor.operator !== undefined,
    operator_id: operatorId === undefined ? null : String(operatorId),
    reason: reason ?? null,
    at: at.toISOString(),
  }
}
