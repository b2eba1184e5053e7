import { readDataConfig } from '../../config.ts'
import type { Context } from '../../context.ts'
import { checkBooks } from '../../domain/audit/index.ts'
import { StartError } from '../../store/start-error.ts'
import { withData } from '../with-data.ts'
import { checkFolder, hasPrivateData } from './doctor-folder.ts'
import { checkPort } from './doctor-port.ts'
import { type Finding, fine, problem } from './finding.ts'

const NODE_MAJOR = 24
const MAX_DRIFT_MS = 5000

/** Looks at what the server needs and says what it found; status 1 where something is wrong. */
export async function doctor(
  dataFlag: string | undefined,
  place: { host: string; port: number },
): Promise<number> {
  const config = readDataConfig(dataFlag, process.env)
  let problems = 0
  const tell = (findings: readonly Finding[]) => {
    for (const { ok, text } of findings) {
      process.stdout.write(`${ok ? 'ok     ' : 'PROBLEM'} ${text}\n`)
      if (!ok) problems++
    }
  }
  tell([checkNode()])
  tell(await checkFolder(config.dataDir))
  if (config.databaseUrl || (await hasPrivateData(config.dataDir))) tell(await checkData(dataFlag))
  else tell([fine('There is no database yet: the first start makes it. / 尚无数据库，首次启动时创建。')])
  tell([await checkPort(place)])
  process.stdout.write(
    problems === 0
      ? 'Nothing is wrong. / 一切正常。\n'
      : `${problems} to mend. / 有 ${problems} 处需要处理。\n`,
  )
  return problems === 0 ? 0 : 1
}

function checkNode(): Finding {
  const { node } = process.versions
  const isNew = Number(node.split('.')[0]) >= NODE_MAJOR
  return isNew
    ? fine(`Node ${node} runs this. / Node 版本合适。`)
    : problem(`Node ${node} is too old: ${NODE_MAJOR} is needed. / Node 版本过旧，需要 ${NODE_MAJOR}。`)
}

async function checkData(dataFlag: string | undefined): Promise<Finding[]> {
  try {
    return await withData(dataFlag, async (ctx) => [
      await checkDatabase(ctx),
      fine('The tables are at this version of the code. / 数据表与代码版本一致。'),
      await checkDrift(ctx),
      await checkTheBooks(ctx),
    ])
  } catch (error) {
    if (!(error instanceof StartError)) throw error
    return [problem(`The data cannot be used: ${error.message} / 数据无法使用。`)]
  }
}

async function checkDatabase(ctx: Context): Promise<Finding> {
  const { rows } = await ctx.store.pool.query<{ version: string }>(
    "select current_setting('server_version') as version",
  )
  return fine(
    `PostgreSQL ${rows[0]?.version} answers; the data is ${ctx.mode}. / 数据库可用，模式为 ${ctx.mode}。`,
  )
}

async function checkDrift(ctx: Context): Promise<Finding> {
  const askedAt = Date.now()
  const { rows } = await ctx.store.pool.query<{ now: Date }>('select clock_timestamp() as now')
  const answeredAt = Date.now()
  const now = (rows[0] as { now: Date }).now.getTime()
  // Somewhere between question and answer the clock was read: what lies outside is drift.
  const driftMs = Math.max(0, askedAt - now, now - answeredAt)
  return driftMs <= MAX_DRIFT_MS
    ? fine('The clocks of this host and of the database agree. / 主机与数据库时钟一致。')
    : problem(
        `The clocks of this host and of the database differ by ${Math.round(driftMs / 1000)} s: set both by NTP. / 主机与数据库时钟不一致，请用 NTP 校准。`,
      )
}

async function checkTheBooks(ctx: Context): Promise<Finding> {
  const { ledger, faults } = await checkBooks(ctx)
  return faults.length === 0
    ? fine(`The ledger is in order (${ledger.entries} entries). / 账本无误。`)
    : problem('The ledger is not in order: see "opentbk ledger check". / 账本有误，请运行 ledger check。')
}
