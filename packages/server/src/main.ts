import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { pino } from 'pino'
import { createApp } from './app.ts'
import { type Config, readConfig } from './config.ts'
import { openNetwork } from './open-network.ts'
import { type PrivateServer, startPrivateServer } from './store/private-server.ts'
import { StartError } from './store/start-error.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)

type Stop = () => Promise<void>

async function start(config: Config, stops: Stop[]): Promise<void> {
  const log = pino({ level: config.logLevel })
  const database = config.databaseUrl ? undefined : await startPrivateServer({ dataDir: config.dataDir, log: say })
  // A database that was already running may be another server's, until the lock says that it is ours.
  if (database && !database.tookOver) stops.push(database.stop)
  const port = config.port === 0 ? await freePort(config.host) : config.port
  const network = await openNetwork({
    databaseUrl: config.databaseUrl ?? (database as PrivateServer).url,
    config: { ...config, publicUrl: config.publicUrl ?? `http://${config.host}:${port}` },
    log,
    say,
    onLost: fail,
  })
  if (database?.tookOver) stops.push(database.stop)
  stops.push(network.close)
  const http = await createApp(network.ctx)
  stops.push(() => http.close())
  await http.listen({ host: config.host, port })
  say(`ready http://${config.host}:${port}`)
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
