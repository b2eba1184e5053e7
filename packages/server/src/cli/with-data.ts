import { access } from 'node:fs/promises'
import { join } from 'node:path'
import type { Pool } from 'pg'
import { pino } from 'pino'
import { Clock } from '../clock.ts'
import { type DataConfig, readDataConfig } from '../config.ts'
import type { Context } from '../context.ts'
import { keyFingerprints } from '../keys/key-fingerprints.ts'
import { Keyring } from '../keys/keyring.ts'
import { readSandboxKey } from '../sandbox-key.ts'
import { Caches } from '../store/caches.ts'
import { checkMigrated } from '../store/migrate.ts'
import { openPool, openStore } from '../store/open.ts'
import { startPrivateServer } from '../store/private/private-server.ts'
import { stopUnlessServed } from '../store/private/stop-unless-served.ts'
import { StartError } from '../store/start-error.ts'
import { readDemoFile } from './caller/gateway-access.ts'

const MAX_CONNECTIONS = 2

/** Runs a command's work on the data, beside the server that may run on it. */
export async function withData<T>(
  dataFlag: string | undefined,
  work: (ctx: Context) => Promise<T>,
): Promise<T> {
  const config = readDataConfig(dataFlag, process.env)
  return withAddress(config, (url) => withDatabase(config, url, work))
}

/** Runs work on the database of existing data; a private one that nobody else uses is stopped after it. */
export async function withAddress<T>(config: DataConfig, work: (url: string) => Promise<T>): Promise<T> {
  if (config.databaseUrl) return work(config.databaseUrl)
  // A command makes no data: without this, a wrong --data would get a new and empty database.
  await access(join(config.dataDir, 'postgres.password')).catch(() => {
    throw new StartError(
      `--data: ${config.dataDir} holds no data of OpenTBK yet: start the server on it first`,
    )
  })
  return withNewAddress(config, work)
}

/** The same for work that brings the data: a private database is made where there is none. */
export async function withNewAddress<T>(config: DataConfig, work: (url: string) => Promise<T>): Promise<T> {
  if (config.databaseUrl) return work(config.databaseUrl)
  const database = await startPrivateServer({ dataDir: config.dataDir, log: () => {} })
  try {
    return await work(database.url)
  } finally {
    await stopUnlessServed(database)
  }
}

async function withDatabase<T>(
  config: DataConfig,
  url: string,
  work: (ctx: Context) => Promise<T>,
): Promise<T> {
  const pool = await openPool(url, MAX_CONNECTIONS)
  const store = openStore(pool)
  try {
    await checkMigrated(pool)
    const { mode, aheadMs, keyCheck } = await readNature(pool)
    const keys = new Keyring(config.masterKeys ?? [await masterKey(config, mode)])
    if (keyCheck !== undefined && !keyFingerprints(keys).includes(keyCheck)) {
      throw new StartError('OPENTBK_MASTER_KEY: it is not the master key of this data')
    }
    return await work({
      store,
      caches: new Caches(),
      keys,
      clock: new Clock(aheadMs),
      mode,
      publicUrl: config.publicUrl ?? (await demoUrl(config, mode)) ?? '',
      payoutDir: config.payoutDir,
      log: pino({ level: 'warn' }, process.stderr),
    })
  } finally {
    await store.close()
  }
}

type Nature = { mode: Context['mode']; aheadMs: number; keyCheck: string | undefined }

/** The data knows its mode: a command needs no flag for it. */
async function readNature(pool: Pool): Promise<Nature> {
  const { rows } = await pool.query<{ key: string; value: unknown }>(
    "select key, value from settings where key in ('mode', 'clock_ahead_ms', 'key_check')",
  )
  const settings = new Map(rows.map((row) => [row.key, row.value]))
  const mode = settings.get('mode')
  if (mode !== 'sandbox' && mode !== 'production') {
    throw new StartError('no server has been started on this data yet: start it first')
  }
  const ahead = settings.get('clock_ahead_ms')
  const keyCheck = settings.get('key_check')
  return {
    mode,
    aheadMs: typeof ahead === 'number' ? ahead : 0,
    keyCheck: typeof keyCheck === 'string' ? keyCheck : undefined,
  }
}

/** Where the sandbox on this folder was reached when it last started. */
async function demoUrl(config: DataConfig, mode: Context['mode']): Promise<string | undefined> {
  if (mode !== 'sandbox') return undefined
  const file = await readDemoFile(config.dataDir).catch(() => undefined)
  return file?.demo.gateway.replace(/\/router\/rest$/, '')
}

async function masterKey(config: DataConfig, mode: Context['mode']): Promise<Buffer> {
  if (mode === 'sandbox') return readSandboxKey(config.dataDir)
  throw new StartError('OPENTBK_MASTER_KEY: needed on production data, 64 hexadecimal digits')
}
