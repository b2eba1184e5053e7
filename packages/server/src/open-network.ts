import type { Redis } from 'ioredis'
import type { Pool } from 'pg'
import type { Logger } from 'pino'
import { Clock } from './clock.ts'
import type { Config } from './config.ts'
import type { Context, Mode } from './context.ts'
import { createSmtpMailer } from './domain/accounts/index.ts'
import { keyFingerprints } from './keys/key-fingerprints.ts'
import { Keyring } from './keys/keyring.ts'
import { claimSandboxKey } from './sandbox-key.ts'
import { readSetting, writeSetting } from './settings.ts'
import { Caches } from './store/caches.ts'
import { migrate } from './store/migrate.ts'
import { openPool, openStore } from './store/open.ts'
import { openRedis } from './store/redis.ts'
import { StartError } from './store/start-error.ts'
import { Watch } from './store/watch.ts'

const MAX_CONNECTIONS = 20

export type Network = { ctx: Context; close(): Promise<void> }

type Opening = {
  databaseUrl: string
  config: Config
  log: Logger
  say(line: string): void
  revive?: (() => Promise<void>) | undefined
  onLost(error: StartError): void
}

/** Opens the data: one server at a time (several with a Redis), at this code's version, in the mode it was made for. */
export async function openNetwork(opening: Opening): Promise<Network> {
  const { config, log } = opening
  const caches = new Caches()
  const pool = await openPool(opening.databaseUrl, MAX_CONNECTIONS)
  const clock = new Clock(0)
  const store = openStore(pool)
  let reading = Promise.resolve()
  const onChange = (table: string) => {
    if (table !== 'settings') return
    reading = reading
      .then(() => readClock(store.read, clock))
      .catch((err: unknown) => log.error({ err }, 'the clock could not be read again'))
  }
  let redis: Redis | undefined
  const close = async () => {
    await watch.close()
    await reading
    await store.close()
    redis?.disconnect()
  }
  const { databaseUrl: url, onLost, revive } = opening
  const isShared = config.redisUrl !== undefined
  const watch = new Watch({ url, isShared, caches, log, onChange, revive, onLost })
  try {
    if (config.redisUrl !== undefined) redis = await openRedis(config.redisUrl, log)
    await watch.open()
    const { applied } = await migrate(pool)
    if (applied.length > 0) opening.say(`database: ${applied.join(', ')} applied`)
    await settleMode(pool, config.mode)
    await readClock(store.read, clock)
    const keys = new Keyring(config.masterKeys ?? [await claimSandboxKey(config.dataDir)])
    await settleKeys(store.read, keys)
    const publicUrl = config.publicUrl ?? ''
    const shared = redis && { redis, prefix: await settlePrefix(pool) }
    const { mode, payoutDir, smtp, trustedProxies } = config
    const mailer = smtp && (await createSmtpMailer(smtp.url, smtp.from))
    const data = { store, caches, keys, clock, mode, publicUrl, payoutDir, log, shared }
    const ctx: Context = { ...data, mailer, trustedProxies }
    return { ctx, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** The mode is written at the first start and never changed: sandbox data must not become a real network. */
async function settleMode(pool: Pool, mode: Mode): Promise<void> {
  await pool.query(
    "insert into settings (key, value) values ('mode', to_jsonb($1::text)) on conflict do nothing",
    [mode],
  )
  const { rows } = await pool.query<{ value: string }>("select value from settings where key = 'mode'")
  const written = rows[0]?.value
  if (written !== mode) {
    throw new StartError(`this data was made in ${written} mode and cannot be served in ${mode} mode`)
  }
}

/** Under a wrong master key no secret of the data can be read: better refused now than call by call. */
async function settleKeys(db: Context['store']['read'], keys: Keyring): Promise<void> {
  const known = await readSetting(db, 'key_check')
  const [current, ...old] = keyFingerprints(keys)
  if (known === current) return
  if (known !== undefined && !old.includes(known as string)) {
    throw new StartError(
      'the master key (OPENTBK_MASTER_KEY, or the file key in the data folder) is not the one of this data',
    )
  }
  await writeSetting(db, 'key_check', current)
}

/**
 * Names this network's keys in a Redis that others may use too; a copy in another database gets another name.
 * In braces, so that a cluster keeps them in one place.
 */
async function settlePrefix(pool: Pool): Promise<string> {
  await pool.query(
    "insert into settings (key, value) values ('network_id', to_jsonb(gen_random_uuid()::text)) on conflict do nothing",
  )
  const { rows } = await pool.query<{ name: string }>(
    `select (s.value #>> '{}') || '.' || d.oid as name from settings s, pg_database d
     where s.key = 'network_id' and d.datname = current_database()`,
  )
  return `{opentbk:${rows[0]?.name}}`
}

async function readClock(db: Context['store']['read'], clock: Clock): Promise<void> {
  const ahead = await readSetting(db, 'clock_ahead_ms')
  if (typeof ahead === 'number' && ahead > clock.aheadMs) clock.aheadMs = ahead
}
