import { formatYuan } from '@opentbk/top'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Context } from '../../context.ts'
import {
  type AccountEvent,
  deposit,
  findMerchantAccount,
  getDefaultCreditLimit,
  listAccountEvents,
  type MerchantAccount,
  readCreditLimit,
  readDefaultLimit,
  readTransfer,
  setCreditLimit,
  setDefaultCreditLimit,
  type Transferred,
  withdraw,
} from '../../domain/settlement/index.ts'
import { nextOf, readPage } from '../page.ts'

const MAX_BODY_BYTES = 16_384
const MAX_PAGE = 200
const bodyLimit = MAX_BODY_BYTES

type ById = { Params: { id: string } }

/** What merchants pay in and get back, how much they may owe, and since when they owe more. */
export function merchantRoutes(http: FastifyInstance, ctx: Context): void {
  for (const [name, verb] of [
    ['deposits', deposit],
    ['withdrawals', withdraw],
  ] as const) {
    http.post<ById>(`/admin/v1/merchants/:id/${name}`, { bodyLimit }, async (request, reply) => {
      const order = readTransfer(request.body)
      const memberId = readId(request.params.id)
      const done = memberId && (await verb(ctx, { ...order, memberId, operatorId: request.operatorId }))
      if (!done) return sendUnknown(reply)
      return reply.code(done.isRepeated ? 200 : 201).send(writeTransfer(done))
    })
  }

  http.post<ById>('/admin/v1/merchants/:id/credit-limit', { bodyLimit }, async (request, reply) => {
    const limit = readCreditLimit(request.body)
    const memberId = readId(request.params.id)
    const account =
      memberId && (await setCreditLimit(ctx, { ...limit, memberId, operatorId: request.operatorId }))
    return account ? writeAccount(account) : sendUnknown(reply)
  })

  http.post('/admin/v1/merchants/credit-limit', { bodyLimit }, async (request) => {
    const { limitFen, reason } = readDefaultLimit(request.body)
    await setDefaultCreditLimit(ctx, { limitFen, reason, operatorId: request.operatorId })
    return { credit_limit: formatYuan(limitFen) }
  })

  http.get('/admin/v1/merchants/credit-limit', async (request) => {
    const { after, limit } = readPage(request.query, { names: [], most: MAX_PAGE })
    const events = await listAccountEvents(ctx, { memberId: undefined, after, limit })
    const limitFen = await getDefaultCreditLimit(ctx)
    return {
      credit_limit: formatYuan(limitFen),
      events: events.map(writeEvent),
      next: nextOf(events, limit),
    }
  })

  http.get<ById>('/admin/v1/merchants/:id', async (request, reply) => {
    const memberId = readId(request.params.id)
    const account = memberId && (await findMerchantAccount(ctx, memberId))
    return account ? writeAccount(account) : sendUnknown(reply)
  })

  http.get<ById>('/admin/v1/merchants/:id/events', async (request, reply) => {
    const { after, limit } = readPage(request.query, { names: [], most: MAX_PAGE })
    const memberId = readId(request.params.id)
    if (!memberId || !(await findMerchantAccount(ctx, memberId))) return sendUnknown(reply)
    const events = await listAccountEvents(ctx, { memberId, after, limit })
    return { events: events.map(writeEvent), next: nextOf(events, limit) }
  })
}

function readId(text: string): bigint | undefined {
  return /^[1-9]\d{0,17}$/.test(text) ? BigInt(text) : undefined
}

function sendUnknown(reply: FastifyReply): FastifyReply {
  return reply.code(404).send({ error: 'id: no such merchant', field: 'id' })
}

function writeTransfer({ transfer }: Transferred) {
  return {
    entry_id: String(transfer.entryId),
    member_id: String(transfer.memberId),
    reference: transfer.reference,
    amount: formatYuan(transfer.amountFen),
    balance: formatYuan(transfer.balanceFen),
    posted_at: transfer.postedAt.toISOString(),
  }
}

function writeAccount(account: MerchantAccount) {
  return {
    member_id: String(account.memberId),
    name: account.name,
    balance: formatYuan(account.balanceFen),
    credit_limit: formatYuan(account.creditLimitFen),
    has_own_limit: account.hasOwnLimit,
    paused_at: account.pausedAt?.toISOString() ?? null,
  }
}

function writeEvent(event: AccountEvent) {
  const { creditLimitFen, balanceFen, operatorId } = event
  return {
    id: String(event.id),
    kind: event.kind,
    credit_limit: creditLimitFen === undefined ? 'default' : formatYuan(creditLimitFen),
    balance: balanceFen === undefined ? null : formatYuan(balanceFen),
    reason: event.reason,
    operator_id: operatorId === undefined ? null : String(operatorId),
    at: event.at.toISOString(),
  }
}
