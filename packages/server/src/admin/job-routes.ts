import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Context } from '../context.ts'
import { FieldReader } from '../domain/goods/index.ts'
import {
  type Cadence,
  type Job,
  type JobReport,
  jobs,
  listJobs,
  listRuns,
  type ShownRun,
  takeTurn,
} from '../jobs/index.ts'

const MAX_BODY_BYTES = 1024
const MAX_RUNS = 200
const DEFAULT_RUNS = 50

type ByName = { Params: { name: string } }

export function jobRoutes(http: FastifyInstance, ctx: Context): void {
  http.get('/admin/v1/jobs', async () => {
    return { jobs: (await listJobs(ctx, jobs)).map(writeReport) }
  })

  http.get<ByName>('/admin/v1/jobs/:name/runs', async (request, reply) => {
    const limit = FieldReader.of(request.query, ['limit']).count('limit', DEFAULT_RUNS)
    const job = findJob(request.params.name)
    if (!job) return refuseName(reply)
    return { runs: (await listRuns(ctx, job, Math.min(Math.max(limit, 1), MAX_RUNS))).map(writeRun) }
  })

  http.post<ByName>('/admin/v1/jobs/:name/run', { bodyLimit: MAX_BODY_BYTES }, async (request, reply) => {
    const job = findJob(request.params.name)
    if (!job) return refuseName(reply)
    const taken = await takeTurn(ctx, job, { wait: false })
    if (taken.outcome === 'none due') return reply.code(409).send(refusal('its turn is done already'))
    if (taken.outcome === 'busy') return reply.code(409).send(refusal('another process is at it'))
    const [report] = await listJobs(ctx, [job])
    return report && writeReport(report)
  })
}

function findJob(name: string): Job | undefined {
  return jobs.find((job) => job.name === name)
}

function refuseName(reply: FastifyReply) {
  return reply.code(404).send(refusal(`one of ${jobs.map((job) => job.name).join(', ')}`))
}

function refusal(reason: string) {
  return { error: `name: ${reason}`, field: 'name' }
}

function writeReport({ job, lastRun, due, nextDueAt }: JobReport) {
  return {
    name: job.name,
    cadence: writeCadence(job.cadence),
    catch_up: job.catchUp ?? 'last',
    last_run: lastRun ? writeRun(lastRun) : null,
    due,
    next_due_at: nextDueAt.toISOString(),
  }
}

function writeCadence(cadence: Cadence) {
  return typeof cadence === 'string' ? cadence : { day_of_month: cadence.dayOfMonth }
}

function writeRun(run: ShownRun) {
  return {
    period: run.period,
    due_at: run.dueAt.toISOString(),
    state: run.state,
    attempts: run.attempts,
    started_at: run.startedAt.toISOString(),
    finished_at: run.finishedAt?.toISOString() ?? null,
    business_at: run.businessAt.toISOString(),
    did: run.did ?? null,
    error: run.error ?? null,
  }
}
