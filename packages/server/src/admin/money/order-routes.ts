import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Context } from '../../context.ts'
import { BadField, FieldReader } from '../../domain/goods/index.ts'
import { findOrderStory, type OrderName } from '../../domain/orders/index.ts'
import { listPenalties } from '../../domain/penalties/index.ts'
import { writeStory } from './write-story.ts'

const MAX_OUTER_ID = 64
const MAX_PENALTIES = 200

/** An order's whole story, by the network's number or by the shop's own. */
export function orderRoutes(http: FastifyInstance, ctx: Context): void {
  http.get('/admin/v1/orders', async (request, reply) => {
    const reader = FieldReader.of(request.query, ['shop_id', 'outer_trade_id'])
    const shopId = reader.optionalId('shop_id')
    if (shopId === undefined) throw new BadField('shop_id', 'missing')
    return answer(ctx, reply, { shopId, outerId: reader.text('outer_trade_id', MAX_OUTER_ID) })
  })

  http.get<{ Params: { tradeId: string } }>('/admin/v1/orders/:tradeId', async (request, reply) => {
    const { tradeId } = request.params
    if (!/^[1-9]\d{0,17}$/.test(tradeId)) return noOrder(reply)
    return answer(ctx, reply, { tradeId: BigInt(tradeId) })
  })
}

async function answer(ctx: Context, reply: FastifyReply, name: OrderName) {
  const story = await findOrderStory(ctx, name)
  if (!story) return noOrder(reply)
  const of = { state: undefined, isAppealed: false, memberId: undefined, after: 0n, limit: MAX_PENALTIES }
  const penalties = await listPenalties(ctx, { ...of, tradeId: story.order.trade_id })
  return writeStory(story, penalties)
}

function noOrder(reply: FastifyReply) {
  return reply.code(404).send({ error: 'trade_id: no such order', field: 'trade_id' })
}
