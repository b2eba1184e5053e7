import { formatYuan } from '@opentbk/top'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Context } from '../../context.ts'
import { FieldReader } from '../../domain/goods/index.ts'
import {
  findPayee,
  getMinimumFen,
  readPayee,
  type ShownPayee,
  setMinimumFen,
  setPayee,
} from '../../domain/payouts/index.ts'

const MAX_BODY_BYTES = 16_384
const path = '/admin/v1/members/:id/payee'

type ById = { Params: { id: string } }

/** Where members' payouts go, and the least that is paid. */
export function payeeRoutes(http: FastifyInstance, ctx: Context): void {
  http.get<ById>(path, async (request, reply) => {
    const id = readId(request.params.id)
    const payee = id && (await findPayee(ctx, id))
    return payee ? writePayee(payee) : refuseId(reply, 'this member has no payee')
  })

  http.post<ById>(path, { bodyLimit: MAX_BODY_BYTES }, async (request, reply) => {
    const id = readId(request.params.id)
    const payee = readPayee(request.body)
    const set = id && (await setPayee(ctx, id, { payee, operator: { id: request.operatorId } }))
    return set ? writePayee(set) : refuseId(reply, 'no such member')
  })

  http.get('/admin/v1/payouts/minimum', async () => {
    return { minimum: formatYuan(await getMinimumFen(ctx.store.read)) }
  })

  http.post('/admin/v1/payouts/minimum', { bodyLimit: MAX_BODY_BYTES }, async (request) => {
    await setMinimumFen(ctx, FieldReader.of(request.body, ['minimum']).price('minimum'))
    return { minimum: formatYuan(await getMinimumFen(ctx.store.read)) }
  })
}

function readId(text: string): bigint | undefined {
  return /^[1-9]\d{0,17}$/.test(text) ? BigInt(text) : undefined
}

function refuseId(reply: FastifyReply, reason: string) {
  return reply.code(404).send({ error: `id: ${reason}`, field: 'id' })
}

function writePayee({ memberId, name, bank, account, setAt }: ShownPayee) {
  return { member_id: String(memberId), name, bank, account, set_at: setAt.toISOString() }
}
