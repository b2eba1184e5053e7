import { Readable } from 'node:stream'
import { formatYuan } from '@opentbk/top'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Context } from '../../context.ts'
import { FieldReader } from '../../domain/goods/index.ts'
import {
  type Account,
  listBalances,
  listMemberEntries,
  MEMBER_ACCOUNTS,
  type MemberEntry,
  openStatement,
} from '../../domain/settlement/index.ts'
import { nextOf, readPage } from '../page.ts'

const MAX_PAGE = 500

type ById = { Params: { id: string } }

/** What members hold on their accounts, and every entry that it is made of. */
export function balanceRoutes(http: FastifyInstance, ctx: Context): void {
  http.get<ById>('/admin/v1/members/:id/balances', async (request, reply) => {
    const memberId = readId(request.params.id)
    const balances = memberId && (await listBalances(ctx, memberId))
    if (!balances) return sendUnknown(reply)
    return { balances: balances.map(writeAmount) }
  })

  http.get<ById>('/admin/v1/members/:id/entries', async (request, reply) => {
    const { reader, after, limit } = readPage(request.query, { names: ['account'], most: MAX_PAGE })
    const account = readAccount(reader)
    const memberId = readId(request.params.id)
    const entries = memberId && (await listMemberEntries(ctx, { memberId, account, after, limit }))
    if (!entries) return sendUnknown(reply)
    return { entries: entries.map(writeEntry), next: nextOf(entries, limit) }
  })

  http.get<ById>('/admin/v1/members/:id/statement', async (request, reply) => {
    const reader = FieldReader.of(request.query, ['month', 'account'])
    const asked = { month: reader.text('month'), account: readAccount(reader) }
    const memberId = readId(request.params.id)
    const statement = memberId && (await openStatement(ctx, { ...asked, memberId }))
    if (!statement) return sendUnknown(reply)
    return reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="${statement.fileName}"`)
      .header('cache-control', 'no-store')
      .send(Readable.from(statement.chunks))
  })
}

function readId(text: string): bigint | undefined {
  return /^[1-9]\d{0,17}$/.test(text) ? BigInt(text) : undefined
}

function readAccount(reader: FieldReader): Account | undefined {
  return reader.has('account') ? reader.choice('account', MEMBER_ACCOUNTS) : undefined
}

function sendUnknown(reply: FastifyReply): FastifyReply {
  return reply.code(404).send({ error: 'id: no such member', field: 'id' })
}

function writeAmount({ account, amountFen }: { account: Account; amountFen: bigint }) {
  return { account, amount: formatYuan(amountFen) }
}

function writeEntry(entry: MemberEntry) {
  return {
    id: String(entry.id),
    posted_at: entry.postedAt.toISOString(),
    cause: entry.cause,
    trade_id: entry.tradeId === undefined ? null : String(entry.tradeId),
    lines: entry.lines.map(writeAmount),
  }
}
