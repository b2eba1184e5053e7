import { formatYuan } from '@opentbk/top'
import { parse } from 'csv-parse'
import type { FastifyInstance } from 'fastify'
import type { Context } from '../../context.ts'
import { BadField, FieldReader } from '../../domain/goods/index.ts'
import {
  findPayout,
  type ImportedResult,
  importResults,
  listPayouts,
  type Payout,
  type PayoutStory,
  payoutStates,
  readConfirmation,
  readReturn,
  recordResult,
  retryPayout,
} from '../../domain/payouts/index.ts'
import { nextOf, readPage } from '../page.ts'

const MAX_BODY_BYTES = 16_384
const MAX_RESULTS_BYTES = 1 << 20
const MAX_RESULTS = 5000
const MAX_PAGE = 200

type ById = { Params: { id: string } }
const noSuchPayout = { error: 'id: no such payout', field: 'id' }
/** What the bank says of a payout, by the words of the address. */
const results = [
  ['confirm', readConfirmation],
  ['return', readReturn],
] as const

/** Payouts, and what becomes of them at the bank. */
export function payoutRoutes(http: FastifyInstance, ctx: Context): void {
  http.get('/admin/v1/payouts', async (request) => {
    const names = ['period', 'member_id', 'state']
    const { reader, after, limit } = readPage(request.query, { names, most: MAX_PAGE })
    const state = reader.choice('state', [...payoutStates, 'all'] as const, 'all')
    const payouts = await listPayouts(ctx, {
      period: reader.optionalText('period'),
      memberId: reader.optionalId('member_id'),
      state: state === 'all' ? undefined : state,
      after,
      limit,
    })
    return { payouts: payouts.map(writePayout), next: nextOf(payouts, limit) }
  })

  http.get<ById>('/admin/v1/payouts/:id', async (request, reply) => {
    const id = readId(request.params.id)
    const payout = id && (await findPayout(ctx, id))
    return payout ? writeStory(payout) : reply.code(404).send(noSuchPayout)
  })

  for (const [verb, read] of results) {
    http.post<ById>(
      `/admin/v1/payouts/:id/${verb}`,
      { bodyLimit: MAX_BODY_BYTES },
      async (request, reply) => {
        const result = read(request.body)
        const id = readId(request.params.id)
        const operator = { id: request.operatorId }
        const recorded = id && (await recordResult(ctx, { id }, { result, operator }))
        return recorded ? writePayout(recorded.payout) : reply.code(404).send(noSuchPayout)
      },
    )
  }

  http.post<ById>('/admin/v1/payouts/:id/retry', { bodyLimit: MAX_BODY_BYTES }, async (request, reply) => {
    const id = readId(request.params.id)
    const payout = id && (await retryPayout(ctx, id, { operator: { id: request.operatorId } }))
    return payout ? reply.code(201).send(writePayout(payout)) : reply.code(404).send(noSuchPayout)
  })

  http.post('/admin/v1/payouts/results', { bodyLimit: MAX_RESULTS_BYTES }, async (request) => {
    const { body, operatorId } = request
    const results = await importResults(ctx, await readRows(body), { id: operatorId })
    return { results: results.map(writeResult) }
  })
}

/** The bank's results: rows, or the text of the CSV file that it sent. */
async function readRows(body: unknown): Promise<readonly unknown[]> {
  const reader = FieldReader.of(body, ['results', 'csv'])
  const rows = reader.has('csv')
    ? await parseCsv(reader.text('csv', MAX_RESULTS_BYTES))
    : reader.items('results', MAX_RESULTS)
  if (rows.length > MAX_RESULTS) throw new BadField('csv', `at most ${MAX_RESULTS} rows`)
  return rows
}

async function parseCsv(text: string): Promise<unknown[]> {
  const rows: unknown[] = []
  try {
    const how = { bom: true, columns: true, trim: true, skip_empty_lines: true }
    for await (const row of parse(text, how)) rows.push(row)
  } catch (error) {
    throw new BadField('csv', `CSV expected: ${(error as Error).message}`)
  }
  return rows
}

function readId(text: string): bigint | undefined {
  return /^[1-9]\d{0,17}$/.test(text) ? BigInt(text) : undefined
}

function writePayout(payout: Payout) {
  return {
    id: String(payout.id),
    period: payout.period,
    batch: payout.batchNo,
    member_id: String(payout.memberId),
    attempt: payout.attempt,
    amount: formatYuan(payout.amountFen),
    reference: payout.reference,
    state: payout.state,
    bank_reference: payout.bankReference ?? null,
    failure: payout.failure ?? null,
    booked_at: payout.bookedAt.toISOString(),
    sent_at: payout.sentAt?.toISOString() ?? null,
    paid_at: payout.paidAt?.toISOString() ?? null,
    returned_at: payout.returnedAt?.toISOString() ?? null,
  }
}

function writeStory(story: PayoutStory) {
  const events = story.events.map(({ event, operator, note, at }) => ({
    event,
    by_operator: operator !== undefined,
    operator_id: operator?.id === undefined ? null : String(operator.id),
    note: note ?? null,
    at: at.toISOString(),
  }))
  return { ...writePayout(story), payee: story.payee, events }
}

function writeResult(result: ImportedResult) {
  const { reference = null, ...rest } = result
  return { reference, ...rest }
}
