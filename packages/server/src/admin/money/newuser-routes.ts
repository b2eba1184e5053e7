import { formatYuan } from '@opentbk/top'
import type { FastifyInstance } from 'fastify'
import type { Context } from '../../context.ts'
import {
  type Activity,
  activityStates,
  createActivity,
  endActivity,
  listActivities,
  readNewActivity,
} from '../../domain/newusers/index.ts'
import { nextOf, readPage } from '../page.ts'

const MAX_BODY_BYTES = 65_536
const MAX_PAGE = 200
const PATH = '/admin/v1/newuser-activities'
const bodies = { bodyLimit: MAX_BODY_BYTES }

/** Activities by which merchants pay for new buyers (拉新). */
export function newuserRoutes(http: FastifyInstance, ctx: Context): void {
  http.get(PATH, async (request) => {
    const names = ['shop_id', 'state']
    const { reader, after, limit } = readPage(request.query, { names, most: MAX_PAGE })
    const state = reader.choice('state', [...activityStates, 'all'] as const, 'all')
    const activities = await listActivities(ctx, {
      shopId: reader.optionalId('shop_id'),
      state: state === 'all' ? undefined : state,
      after,
      limit,
    })
    return {
      activities: activities.map((one) => ({ ...writeActivity(one), state: one.state })),
      next: nextOf(activities, limit),
    }
  })

  http.post(PATH, bodies, async (request, reply) => {
    const activity = await createActivity(ctx, readNewActivity(request.body), { id: request.operatorId })
    return reply.code(201).send(writeActivity(activity))
  })

  http.post<{ Params: { id: string } }>(`${PATH}/:id/end`, bodies, async (request, reply) => {
    const { id } = request.params
    const ended = /^[1-9]\d{0,17}$/.test(id)
      ? await endActivity(ctx, BigInt(id), { id: request.operatorId })
      : undefined
    if (!ended) return reply.code(404).send({ error: 'id: no such activity', field: 'id' })
    return writeActivity(ended)
  })
}

function writeActivity(activity: Activity) {
  return {
    id: String(activity.id),
    activity_id: activity.activityId,
    shop_id: String(activity.shopId),
    name: activity.name,
    reward: formatYuan(activity.rewardFen),
    starts_at: activity.startsAt.toISOString(),
    ends_at: activity.endsAt.toISOString(),
    ended_at: activity.endedAt?.toISOString() ?? null,
    created_at: activity.createdAt.toISOString(),
  }
}
