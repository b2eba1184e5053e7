import { isIP } from 'node:net'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Mode } from './context.ts'
import { StartError } from './store/start-error.ts'

/** Where the data is and what opens it. */
export type DataConfig = {
  dataDir: string
  /** A PostgreSQL of the operator's; without it the server runs a private one in the data folder. */
  databaseUrl: string | undefined
  /** The first makes, all read. Undefined: the sandbox keeps its own in the data folder. */
  masterKeys: Buffer[] | undefined
  /** Where files for the bank are written. */
  payoutDir: string
  /** How shoppers reach the server; undefined: the address it listens on. */
  publicUrl: string | undefined
}

export type Config = DataConfig & {
  mode: Mode
  host: string
  port: number
  /** What the processes on one database share their counters by; undefined: this is the only process. */
  redisUrl?: string | undefined
  /** By whom mails are sent; undefined: they stay in the outbox. */
  smtp?: { url: string; from: string } | undefined
  /** Addresses or networks of the proxies in front. */
  trustedProxies?: readonly string[] | undefined
  logLevel: string
}

type Env = Readonly<Record<string, string | undefined>>

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']

/** Command line and environment as one Config; everything that is wrong is said at once. */
export function readConfig(args: readonly string[], env: Env): Config {
  const problems: string[] = []
  const flags = readFlags(args)
  const mode = flags.mode ?? env.OPENTBK_MODE ?? 'sandbox'
  if (mode !== 'sandbox' && mode !== 'production') problems.push(`--mode: sandbox or production, not ${mode}`)
  const config: Config = {
    mode: mode === 'production' ? 'production' : 'sandbox',
    host: flags.host ?? env.HOST ?? (mode === 'production' ? '0.0.0.0' : '127.0.0.1'),
    port: readPort(flags.port ?? env.PORT ?? '8080', problems),
    ...readData(flags.data, env, problems),
    redisUrl: readRedisUrl(env.REDIS_URL, problems),
    smtp: readSmtp(env, problems),
    trustedProxies: readProxies(env.OPENTBK_TRUSTED_PROXIES, problems),
    logLevel: env.LOG_LEVEL ?? 'info',
  }
  if (!LOG_LEVELS.includes(config.logLevel)) problems.push(`LOG_LEVEL: one of ${LOG_LEVELS.join(', ')}`)
  if (config.mode === 'production') {
    if (config.publicUrl?.startsWith('http:')) problems.push('PUBLIC_URL: must be https in production')
    if (!config.masterKeys) problems.push('OPENTBK_MASTER_KEY: needed in production, 64 hexadecimal digits')
    if (!config.publicUrl) problems.push('PUBLIC_URL: needed in production, an https:// address')
  }
  refuse(problems)
  return config
}

/** What the commands beside the server need: the same data, found by the same rules. */
export function readDataConfig(dataFlag: string | undefined, env: Env): DataConfig {
  const problems: string[] = []
  const config = readData(dataFlag, env, problems)
  refuse(problems)
  return config
}

function readData(dataFlag: string | undefined, env: Env, problems: string[]): DataConfig {
  const dataDir = resolve(dataFlag ?? env.OPENTBK_DATA ?? 'data')
  return {
    dataDir,
    databaseUrl: readDatabaseUrl(env.DATABASE_URL, problems),
    masterKeys: readMasterKeys(env, problems),
    payoutDir: resolve(env.OPENTBK_PAYOUT_DIR || join(dataDir, 'payouts')),
    publicUrl: readPublicUrl(env.PUBLIC_URL, problems),
  }
}

function refuse(problems: readonly string[]): void {
  if (problems.length > 0) throw new StartError(`cannot start:\n  ${problems.join('\n  ')}`)
}

function readFlags(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        port: { type: 'string' },
        host: { type: 'string' },
        data: { type: 'string' },
        mode: { type: 'string' },
      },
    }).values
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new StartError(
      `${reason}\nusage: npm start -- [--port 8080] [--host 127.0.0.1] [--data DIR] [--mode sandbox|production]`,
    )
  }
}

function readPort(text: string, problems: string[]): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN
  if (port >= 0 && port <= 65_535) return port
  problems.push(`--port: a number from 0 to 65535, not ${text}`)
  return 0
}

function readDatabaseUrl(text: string | undefined, problems: string[]): string | undefined {
  if (!text) return undefined
  if (!/^postgres(ql)?:\/\//.test(text)) problems.push('DATABASE_URL: must begin with postgres://')
  return text
}

function readRedisUrl(text: string | undefined, problems: string[]): string | undefined {
  if (!text) return undefined
  if (!/^rediss?:\/\//.test(text) || !URL.canParse(text)) problems.push('REDIS_URL: must begin with redis://')
  return text
}

function readSmtp(env: Env, problems: string[]): Config['smtp'] {
  const url = env.OPENTBK_SMTP_URL
  if (!url) return undefined
  if (
    !/^smtps?:\/\/[^/]+$/.test(url.replace(/\/$/, '')) ||
    !URL.canParse(url) ||
    new URL(url).hostname === ''
  )
    problems.push('OPENTBK_SMTP_URL: must be smtp://[user:password@]host[:port] or smtps://…')
  const from = env.OPENTBK_MAIL_FROM ?? ''
  if (!/^[^\s@<>"]+@[^\s@<>"]+$/.test(from))
    problems.push('OPENTBK_MAIL_FROM: the address that mails come from, needed with OPENTBK_SMTP_URL')
  return { url, from }
}

function readProxies(text: string | undefined, problems: string[]): readonly string[] | undefined {
  const list = (text ?? '').split(',').flatMap((one) => (one.trim() === '' ? [] : [one.trim()]))
  const isKnown = (one: string) => {
    const [address = '', bits = '0', ...more] = one.split('/')
    const most = isIP(address) === 4 ? 32 : 128
    return more.length === 0 && isIP(address) > 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= most
  }
  if (!list.every(isKnown))
    problems.push('OPENTBK_TRUSTED_PROXIES: addresses or networks with commas between, like 10.0.0.0/8')
  return list.length > 0 ? list : undefined
}

function readMasterKeys(env: Env, problems: string[]): Buffer[] | undefined {
  const first = env.OPENTBK_MASTER_KEY
  if (!first) return undefined
  const old = (env.OPENTBK_OLD_MASTER_KEYS ?? '').split(',').filter((text) => text.trim() !== '')
  return [first, ...old].map((text, index) => {
    const name = index === 0 ? 'OPENTBK_MASTER_KEY' : 'OPENTBK_OLD_MASTER_KEYS'
    if (!/^[0-9a-f]{64}$/i.test(text.trim())) problems.push(`${name}: a key is 64 hexadecimal digits`)
    return Buffer.from(text.trim(), 'hex')
  })
}

function readPublicUrl(text: string | undefined, problems: string[]): string | undefined {
  if (!text) return undefined
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !/^https?:$/.test(url.protocol)) problems.push('PUBLIC_URL: must be an http(s) address')
  // As addresses are put together from it: no other spelling of it may stand in one.
  return (url?.href ?? text).replace(/\/+$/, '')
}
