import { setTimeout as delay } from 'node:timers/promises'
import { PgBoss } from 'pg-boss'
import type { Context } from '../context.ts'
import { underJobLock } from '../store/job-lock.ts'
import { StartError } from '../store/start-error.ts'

const SCHEMA = 'opentbk_queue'
/** Two lanes, so that a long job does not hold up those of the minute. */
export const lanes = ['minute', 'longer'] as const
export type Lane = (typeof lanes)[number]

/** A worker is told of what this process sends; what comes back after a failure it finds by looking. */
const LOOK_SECONDS = 10
const STOP_PATIENCE_MS = 20_000
const DAY_SECONDS = 86_400

/** One message a job at a time: waiting, at work, or waiting to be tried again. */
const POLICY = {
  policy: 'exclusive',
  retryLimit: 1000,
  retryDelay: 5,
  retryBackoff: true,
  retryDelayMax: 600,
  // Where its process was killed, a message is free again after this.
  heartbeatSeconds: 60,
  expireInSeconds: DAY_SECONDS,
  retentionSeconds: 14 * DAY_SECONDS,
  deleteAfterSeconds: 3600,
} as const

export type JobQueue = {
  /** Says that a job has a turn to take, unless a message says so already. */
  send(lane: Lane, job: string): Promise<void>
  /** Hands out messages one after the other; one whose `take` throws comes again, later each time. */
  work(lane: Lane, take: (job: string) => Promise<void>): Promise<void>
  stop(): Promise<void>
}

/**
 * The queue that brings turns to the processes. Its messages are hints, made again from what `job_runs` says,
 * so the queue's own schema is in no backup.
 */
export async function openJobQueue(ctx: Context): Promise<JobQueue> {
  // One process after the other: two that start at once on a new database would both make the schema.
  const boss = (await underJobLock(ctx.store, { job: 'open the job queue', wait: true }, () =>
    makeQueues(ctx),
  )) as PgBoss
  const workers = new Map<Lane, string>()
  const wake = (lane: Lane) => {
    const worker = workers.get(lane)
    if (worker) boss.notifyWorker(worker)
  }
  return {
    async send(lane, job) {
      if (await boss.send(lane, { job }, { singletonKey: job })) wake(lane)
    },
    async work(lane, take) {
      const worker = await boss.work<{ job: string }>(
        lane,
        { pollingIntervalSeconds: LOOK_SECONDS },
        async (messages) => {
          // There may be another one.
          wake(lane)
          for (const { data } of messages) await take(data.job)
        },
      )
      workers.set(lane, worker)
    },
    stop: () => stopBoss(boss),
  }
}

async function makeQueues(ctx: Context): Promise<PgBoss> {
  const boss = await startBoss(ctx)
  for (const lane of lanes) {
    await boss.createQueue(lane, POLICY)
    await boss.updateQueue(lane, withoutPolicy(POLICY))
    // Where no other process may be, whatever is there was left behind.
    if (!ctx.shared) await boss.deleteAllJobs(lane)
  }
  return boss
}

async function startBoss({ store, log }: Context): Promise<PgBoss> {
  const { rows } = await store.pool.query<{ isMade: boolean }>(
    `select to_regnamespace($1) is not null as "isMade"`,
    [SCHEMA],
  )
  const boss = new PgBoss({
    schema: SCHEMA,
    createSchema: !rows[0]?.isMade,
    db: { executeSql: (text, values) => store.pool.query(text, values) },
    // Turns come due by business time, which only this server knows.
    schedule: false,
    superviseIntervalSeconds: 30,
    monitorIntervalSeconds: 30,
    queueCacheIntervalSeconds: 600,
    flowIntervalSeconds: DAY_SECONDS,
    bamIntervalSeconds: 600,
    monitorVacuum: false,
  })
  boss.on('error', (error) => log.error({ err: error }, 'the job queue failed'))
  boss.on('warning', (warning) => log.warn({ warning }, 'the job queue warns'))
  try {
    return await boss.start()
  } catch (error) {
    throw new StartError(
      `the job queue cannot be opened: ${error instanceof Error ? error.message : error}. Its tables are in ` +
        `a schema of their own: let the server's role create it (grant create on database), or give it an ` +
        `empty one (create schema ${SCHEMA} authorization ROLE)`,
      { cause: error },
    )
  }
}

/** Waits for the messages under way, though not for ever: what is cut off then is taken up again. */
async function stopBoss(boss: PgBoss): Promise<void> {
  const finished = Promise.all(lanes.map((lane) => boss.offWork(lane, { wait: true })))
  await Promise.race([finished, delay(STOP_PATIENCE_MS, undefined, { ref: false })])
  await boss.stop({ graceful: false })
}

function withoutPolicy({ policy: _, ...options }: typeof POLICY) {
  return options
}
