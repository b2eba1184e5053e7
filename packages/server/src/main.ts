import { once } from 'node:events'
import { mkdir } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { pino } from 'pino'
import { createApp } from './app.ts'
import { type Config, readConfig } from './config.ts'
import type { Context } from './context.ts'
import { jobs } from './jobs/index.ts'
import { startJobs } from './jobs/start-jobs.ts'
import { LogLines } from './log-lines.ts'
import { openNetwork } from './open-network.ts'
import { demoAccess, seedDemoNetwork, writeDemoAccess } from './seed/index.ts'
import { underJobLock } from './store/job-lock.ts'
import { PrivateDatabase } from './store/private/private-database.ts'
import { stopUnlessServed } from './store/private/stop-unless-served.ts'
import { StartError } from './store/start-error.ts'
import { DataInUse } from './store/watch.ts'

const DEMO_SIZE = { items: 12_000, shops: 300 }

const say = (line: string) => process.stdout.write(`${line}\n`)

type Stop = () => Promise<void>

async function start(config: Config, stops: Stop[], asked: AbortSignal): Promise<void> {
  // Written behind the answers, apart from what is said to the person who started the server.
  const lines = new LogLines()
  const log = pino({ level: config.logLevel }, lines)
  stops.push(async () => lines.flushSync())
  const database = config.databaseUrl ? undefined : await PrivateDatabase.start(config.dataDir, say)
  // Where servers share the data, the last to go stops its database.
  const stopDatabase = async () =>
    database && (config.redisUrl ? stopUnlessServed(database) : database.stop())
  const network = await openNetworkOn(config, database, log).catch(async (error: unknown) => {
    // Until the lock is ours the database may be another server's, also when we were the one to start it.
    if (!(error instanceof DataInUse)) await stopDatabase()
    throw error
  })
  stops.push(stopDatabase)
  stops.push(network.close)
  const { ctx } = network
  if (config.mode === 'sandbox') await seedWithProgress(ctx, asked)
  asked.throwIfAborted()
  const http = await createApp(ctx)
  stops.push(() => http.close())
  const { port } = network
  await http.listen({ host: config.host, port }).catch(refuseToListen(config, port))
  if (config.mode === 'sandbox') await announceDemo(config, ctx)
  stops.push((await startJobs(ctx, jobs)).stop)
  say(`ready ${network.address}`)
}

async function openNetworkOn(config: Config, database: PrivateDatabase | undefined, log: Context['log']) {
  const port = config.port === 0 ? await freePort(config) : config.port
  const address = `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`
  const network = await openNetwork({
    databaseUrl: config.databaseUrl ?? (database as PrivateDatabase).url,
    config: { ...config, publicUrl: config.publicUrl ?? address },
    log,
    say,
    revive: database && (() => database.revive()),
    onLost: fail,
  })
  return { ...network, port, address }
}

async function seedWithProgress(ctx: Context, asked: AbortSignal): Promise<void> {
  let told = -1
  const progress = (done: number, of: number, what: string) => {
    asked.throwIfAborted()
    const tenth = Math.floor((done / of) * 10)
    if (tenth > told) say(`creating the demo network: ${tenth * 10} % (${what})`)
    told = Math.max(told, tenth)
  }
  // Two first starts on one database: the second waits, and finds it made.
  const how = { job: 'demo network', wait: true }
  await underJobLock(ctx.store, how, () => seedDemoNetwork(ctx, { ...DEMO_SIZE, progress }))
}

async function announceDemo(config: Config, ctx: Context): Promise<void> {
  const access = await demoAccess(ctx)
  // With a database of the operator's nothing else may have needed the folder before.
  await mkdir(config.dataDir, { recursive: true })
  await writeDemoAccess(config.dataDir, access)
  say(`start page  ${access.console}`)
  say(`gateway     ${access.gateway}`)
  say(`batch       ${access.batch}`)
  say(`ingest      ${access.shop.ingest}`)
  say(`app key     ${access.app.key}   secret ${access.app.secret}`)
  say(`PID         ${access.pid}`)
  say(`everything else a client needs is in ${join(config.dataDir, 'demo.json')}`)
}

async function freePort(config: Config): Promise<number> {
  const probe = createServer().listen(0, config.host)
  await once(probe, 'listening').catch(refuseToListen(config, 0))
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}

function refuseToListen(config: Config, port: number) {
  return (error: unknown): never => {
    const { code, message } = error as NodeJS.ErrnoException
    const hint = code === 'EADDRINUSE' ? '. Give this server another port (--port 8081)' : ''
    throw new StartError(`cannot listen on ${config.host}:${port}: ${message}${hint}`)
  }
}

function fail(error: unknown): never {
  if (error instanceof StartError) process.stderr.write(`${error.message}\n`)
  else process.stderr.write(`${error instanceof Error ? error.stack : error}\n`)
  process.exit(error instanceof StartError ? error.exitCode : 1)
}

/** Stops everything in the reverse order of its start; what fails to stop holds up nothing else. */
async function stopAll(stops: readonly Stop[]): Promise<void> {
  for (const stop of stops.toReversed()) {
    await stop().catch((error: unknown) => process.stderr.write(`while stopping: ${error}\n`))
  }
}

const asked = new AbortController()
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  // Once: a second one ends a stop that takes too long.
  process.once(signal, () => {
    say('stopping')
    asked.abort()
  })
}
const stops: Stop[] = []
let problem: { error: unknown } | undefined
try {
  await start(readConfig(process.argv.slice(2), process.env), stops, asked.signal)
  if (!asked.signal.aborted) await once(asked.signal, 'abort')
} catch (error) {
  if (!asked.signal.aborted) problem = { error }
}
await stopAll(stops)
if (problem) fail(problem.error)
process.exit(0)
