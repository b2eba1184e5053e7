import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { pino } from 'pino'
import { createApp } from './app.ts'
import { type Config, readConfig } from './config.ts'
import type { Context } from './context.ts'
import { openNetwork } from './open-network.ts'
import { demoAccess, seedDemoNetwork, writeDemoAccess } from './seed/index.ts'
import { type PrivateServer, startPrivateServer } from './store/private-server.ts'
import { StartError } from './store/start-error.ts'
import { DataInUse } from './store/watch.ts'

const DEMO_SIZE = { items: 12_000, shops: 300 }

const say = (line: string) => process.stdout.write(`${line}\n`)

type Stop = () => Promise<void>

async function start(config: Config, stops: Stop[]): Promise<void> {
  const log = pino({ level: config.logLevel })
  const database = config.databaseUrl
    ? undefined
    : await startPrivateServer({ dataDir: config.dataDir, log: say })
  const port = config.port === 0 ? await freePort(config.host) : config.port
  const network = await openNetwork({
    databaseUrl: config.databaseUrl ?? (database as PrivateServer).url,
    config: { ...config, publicUrl: config.publicUrl ?? `http://${config.host}:${port}` },
    log,
    say,
    onLost: fail,
  }).catch(async (error: unknown) => {
    // Until the lock is ours the database may be another server's, also when we were the one to start it.
    if (!(error instanceof DataInUse)) await database?.stop()
    throw error
  })
  if (database) stops.push(database.stop)
  stops.push(network.close)
  if (config.mode === 'sandbox') await seedWithProgress(network.ctx)
  const http = await createApp(network.ctx)
  stops.push(() => http.close())
  await http.listen({ host: config.host, port })
  if (config.mode === 'sandbox') await announceDemo(config, network.ctx)
  say(`ready http://${config.host}:${port}`)
}

async function seedWithProgress(ctx: Context): Promise<void> {
  let told = -1
  const progress = (done: number, of: number, what: string) => {
    const tenth = Math.floor((done / of) * 10)
    if (tenth > told) say(`creating the demo network: ${tenth * 10} % (${what})`)
    told = Math.max(told, tenth)
  }
  await seedDemoNetwork(ctx, { ...DEMO_SIZE, progress })
}

async function announceDemo(config: Config, ctx: Context): Promise<void> {
  const access = await demoAccess(ctx)
  await writeDemoAccess(config.dataDir, access)
  say(`start page  ${access.console}`)
  say(`gateway     ${access.gateway}`)
  say(`batch       ${access.batch}`)
  say(`ingest      ${access.shop.ingest}`)
  say(`app key     ${access.app.key}   secret ${access.app.secret}`)
  say(`PID         ${access.pid}`)
  say(`everything else a client needs is in ${join(config.dataDir, 'demo.json')}`)
}

async function freePort(host: string): Promise<number> {
  const probe = createServer().listen(0, host)
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}

function fail(error: unknown): never {
  if (error instanceof StartError) process.stderr.write(`${error.message}\n`)
  else process.stderr.write(`${error instanceof Error ? error.stack : error}\n`)
  process.exit(error instanceof StartError ? error.exitCode : 1)
}

const stops: Stop[] = []
try {
  await start(readConfig(process.argv.slice(2), process.env), stops)
} catch (error) {
  for (const stop of stops.reverse()) await stop()
  fail(error)
}
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, async () => {
    say('stopping')
    for (const stop of stops.reverse()) await stop()
    process.exit(0)
  })
}
