import { formatGmt8 } from '@opentbk/top'
import type { Command } from 'commander'
import type { Context } from '../context.ts'
import { type Cadence, type JobReport, jobs, listJobs, takeTurn } from '../jobs/index.ts'
import { StartError } from '../store/start-error.ts'

type Door = { program: Command; run(work: (ctx: Context) => Promise<number>): Promise<void> }

const HEAD = ['job', 'cadence', 'last run', 'started', 'state', 'tries', 'what it did', 'next due']
const MAX_ERROR_CHARS = 100
const say = (line: string) => process.stdout.write(`${line}\n`)

/** Looking at what the server does by itself, and having it done now. */
export function addJobsCommands({ program, run }: Door): void {
  const command = program
    .command('jobs')
    .description(
      'prints what the server does by itself: last run, what it did, next due (GMT+8) / 列出后台任务及其状态',
    )
    .action(() => run(printJobs))

  command
    .command('run <name...>')
    .description('has a job take the turn that waits for it, now / 立即执行到期的任务')
    .action((words: string[]) => run((ctx) => runJob(ctx, words.join(' '))))
}

async function printJobs(ctx: Context): Promise<number> {
  const reports = await listJobs(ctx, jobs)
  const rows = [HEAD, ...reports.map(writeRow)]
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  for (const row of rows)
    say(
      row
        .map((text, column) => text.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
  for (const { job, lastRun } of reports) {
    if (lastRun?.error) say(`${job.name}: ${oneLine(lastRun.error)}`)
  }
  return 0
}

function writeRow({ job, lastRun, due, nextDueAt }: JobReport): string[] {
  const did = Object.entries(lastRun?.did ?? {}).map(([name, count]) => `${name} ${count}`)
  return [
    job.name,
    writeCadence(job.cadence),
    lastRun?.period ?? '-',
    lastRun ? formatGmt8(lastRun.startedAt) : '-',
    lastRun?.state ?? 'never ran',
    String(lastRun?.attempts ?? '-'),
    did.join(', ') || '-',
    due.length > 0 ? `now (${due.join(', ')})` : formatGmt8(nextDueAt),
  ]
}

function writeCadence(cadence: Cadence): string {
  return typeof cadence === 'string' ? cadence : `day ${cadence.dayOfMonth} of the month`
}

function oneLine(text: string): string {
  const line = text.replace(/[\p{C}\s]+/gu, ' ').trim()
  return line.length > MAX_ERROR_CHARS ? `${line.slice(0, MAX_ERROR_CHARS)}…` : line
}

async function runJob(ctx: Context, name: string): Promise<number> {
  const job = jobs.find((known) => known.name === name)
  if (!job) {
    throw new StartError(`name: one of ${jobs.map((known) => known.name).join(', ')} / 没有该任务`)
  }
  const taken = await takeTurn(ctx, job, { wait: false })
  if (taken.outcome === 'busy') throw new StartError(`name: another process is at "${name}" / 任务正在执行`)
  const [report] = await listJobs(ctx, [job])
  if (!report) throw new Error(`"${name}" is not listed`)
  const { lastRun } = report
  if (!('period' in taken)) {
    say(
      `${name}: its turn for ${lastRun?.period} is done already; next due ${formatGmt8(report.nextDueAt)} / 本期已完成`,
    )
    return 0
  }
  const did = Object.entries(lastRun?.did ?? {}).map(([what, count]) => `${what} ${count}`)
  say([`${name}  ${taken.period}  ${taken.outcome}`, ...did].join('  '))
  if (taken.outcome === 'done') return 0
  throw new StartError(`${name}: ${lastRun?.error} / 任务失败`)
}
