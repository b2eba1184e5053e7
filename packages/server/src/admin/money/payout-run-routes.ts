import { formatYuan } from '@opentbk/top'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Context } from '../../context.ts'
import { FieldReader } from '../../domain/goods/index.ts'
import {
  type Batch,
  type Decision,
  findRun,
  listCarried,
  listRuns,
  type PayoutRun,
  payOut,
  periodDueAt,
  previewPayouts,
  readBatchFile,
} from '../../domain/payouts/index.ts'
import { nextOf, readPage } from '../page.ts'

const MAX_BODY_BYTES = 1024
const MAX_PAGE = 200
const runs = '/admin/v1/payouts/runs'

type ByPeriod = { Params: { period: string } }
type ByFile = { Params: { period: string; no: string } }

/** The monthly runs: begun or gone on with, looked at before and after, and their files for the bank. */
export function payoutRunRoutes(http: FastifyInstance, ctx: Context): void {
  http.post(runs, { bodyLimit: MAX_BODY_BYTES }, async (request) => {
    const period = FieldReader.of(request.body ?? {}, ['period']).optionalText('period')
    return writeRun(await payOut(ctx, { period: period ?? periodDueAt(ctx.clock.now()) }))
  })

  http.get(runs, async (request) => {
    const { after, limit } = readPage(request.query, { names: [], most: MAX_PAGE })
    const found = await listRuns(ctx, { after, limit })
    return { runs: found.map(writeRun), next: nextOf(found, limit) }
  })

  http.get('/admin/v1/payouts/preview', async (request) => {
    const { reader, after, limit } = readPage(request.query, { names: ['period'], most: MAX_PAGE })
    const period = reader.optionalText('period') ?? periodDueAt(ctx.clock.now())
    const { decisions, next } = await previewPayouts(ctx, { period, after, limit })
    return { period, members: decisions.map(writeDecision), next: next === undefined ? null : String(next) }
  })

  http.get<ByPeriod>(`${runs}/:period`, async (request, reply) => {
    const run = await findRun(ctx, request.params.period)
    return run ? { ...writeRun(run), batches: run.batches.map(writeBatch) } : refusePeriod(reply)
  })

  http.get<ByPeriod>(`${runs}/:period/carried`, async (request, reply) => {
    const { after, limit } = readPage(request.query, { names: [], most: MAX_PAGE })
    const carried = await listCarried(ctx, { period: request.params.period, after, limit })
    if (!carried) return refusePeriod(reply)
    const next = nextOf(
      carried.map(({ memberId }) => ({ id: memberId })),
      limit,
    )
    return { members: carried.map((one) => writeDecision({ ...one, pay: false })), next }
  })

  http.get<ByFile>(`${runs}/:period/files/:no`, async (request, reply) => {
    const { period, no } = request.params
    const text = /^[1-9]\d{0,5}$/.test(no) ? await readBatchFile(ctx, { period, no: Number(no) }) : undefined
    if (text === undefined) return reply.code(404).send({ error: 'no: no such file', field: 'no' })
    reply.header('content-disposition', `attachment; filename="${period}-${no}.csv"`)
    return reply.type('text/csv; charset=utf-8').send(text)
  })
}

function refusePeriod(reply: FastifyReply) {
  return reply.code(404).send({ error: 'period: this month has not been paid out', field: 'period' })
}

function writeRun(run: PayoutRun) {
  return {
    id: String(run.id),
    period: run.period,
    cut_off: run.cutOff.toISOString(),
    minimum: formatYuan(run.minimumFen),
    state: run.state,
    payouts: run.payouts,
    amount: formatYuan(run.payoutFen),
    carried: run.carried,
    carried_amount: formatYuan(run.carriedFen),
    started_at: run.startedAt.toISOString(),
    finished_at: run.finishedAt?.toISOString() ?? null,
  }
}

function writeBatch({ no, payouts, amountFen, bookedAt, provider, sentAt }: Batch) {
  return {
    no,
    payouts,
    amount: formatYuan(amountFen),
    booked_at: bookedAt.toISOString(),
    provider: provider ?? null,
    sent_at: sentAt?.toISOString() ?? null,
  }
}

type Written = Pick<Decision, 'memberId' | 'amountFen'> & ({ pay: true } | { pay: false; reason: string })

function writeDecision(decision: Written) {
  return {
    member_id: String(decision.memberId),
    amount: formatYuan(decision.amountFen),
    carried: decision.pay ? null : decision.reason,
  }
}
