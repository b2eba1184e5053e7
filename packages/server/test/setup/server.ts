import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { formatGmt8, type SignMethod, sign } from '@opentbk/top'
import { pino } from 'pino'
import { createApp } from '../../src/app.ts'
import type { Config } from '../../src/config.ts'
import type { Context, Mode } from '../../src/context.ts'
import { nodeHashes } from '../../src/gateway/hashes.ts'
import { openNetwork } from '../../src/open-network.ts'
import { type DemoAccess, demoAccess } from '../../src/seed/demo-access.ts'
import type { Db } from '../../src/store/store.ts'
import { createTestDatabase, TEST_MASTER_KEY, type TestDatabase } from './database.ts'

export const testLog = pino({ level: process.env.OPENTBK_TEST_LOG ?? 'silent' })

export type CallOptions = {
  app?: { key: string; secret: string }
  session?: string
  format?: 'json' | 'xml'
  simplify?: boolean
  signMethod?: SignMethod
  /** Sent instead of what would be right, or left out when undefined. */
  override?: Record<string, string | undefined>
}

// biome-ignore lint/suspicious/noExplicitAny: an answer off the wire has no type until a test looks at it
export type Wire = any

export type TestServer = {
  url: string
  ctx: Context
  db: Db
  demo: DemoAccess
  /** A signed call; the parsed JSON answer, errors included. */
  call(method: string, params?: Record<string, unknown>, options?: CallOptions): Promise<Wire>
  /** The same, as the text on the wire. */
  callText(method: string, params?: Record<string, unknown>, options?: CallOptions): Promise<string>
  close(): Promise<void>
}

export function testConfig(publicUrl: string, mode: Mode = 'sandbox'): Config {
  return {
    mode,
    host: '127.0.0.1',
    port: 0,
    dataDir: 'unused',
    databaseUrl: undefined,
    masterKeys: [TEST_MASTER_KEY],
    publicUrl,
    // Made by whoever pays out, and nobody else's.
    payoutDir: join(tmpdir(), `opentbk-payouts-${randomUUID()}`),
    logLevel: 'silent',
  }
}

/** A server over HTTP on a database of its own, with the demo network. */
export async function startTestServer(
  options: { database?: TestDatabase; masterKeys?: Buffer[]; redisUrl?: string } = {},
): Promise<TestServer> {
  const database = options.database ?? (await createTestDatabase())
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const { masterKeys, redisUrl } = options
  const network = await openNetwork({
    databaseUrl: database.url,
    config: { ...testConfig(url), ...(masterKeys ? { masterKeys } : {}), redisUrl },
    log: testLog,
    say: () => {},
    onLost: (error) => {
      throw error
    },
  })
  const http = await createApp(network.ctx)
  await http.listen({ host: '127.0.0.1', port })
  const demo = await demoAccess(network.ctx)
  const callText = (method: string, params: Record<string, unknown> = {}, call: CallOptions = {}) =>
    post(`${url}/router/rest`, signedParams(demo, { method, params, call }))
  return {
    url,
    ctx: network.ctx,
    db: network.ctx.store.read,
    demo,
    callText,
    async call(method, params, call) {
      return JSON.parse(await callText(method, params, call))
    },
    async close() {
      await http.close()
      await network.close()
      await rm(network.ctx.payoutDir, { recursive: true, force: true })
      if (!options.database) await database.drop()
    },
  }
}

/** The parameters of a call with its signature, as an SDK would send them. */
export function signedParams(
  demo: DemoAccess,
  wanted: { method: string; params: Record<string, unknown>; call: CallOptions },
): URLSearchParams {
  const { method, params, call } = wanted
  const app = call.app ?? (call.session ? demo.provider_app : demo.app)
  const all = new Map<string, string>()
  const put = (name: string, value: unknown) => {
    if (value === undefined) return
    all.set(name, typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value))
  }
  for (const [name, value] of Object.entries(params)) put(name, value)
  put('method', method)
  put('app_key', app.key)
  put('timestamp', formatGmt8(new Date()))
  put('v', '2.0')
  put('format', call.format ?? 'json')
  put('sign_method', call.signMethod ?? 'md5')
  put('session', call.session)
  if (call.simplify) put('simplify', 'true')
  for (const [name, value] of Object.entries(call.override ?? {})) {
    if (value === undefined) all.delete(name)
    else all.set(name, value)
  }
  const overridden = call.override && 'sign' in call.override
  if (!overridden) {
    all.set(
      'sign',
      sign({ signMethod: call.signMethod ?? 'md5', secret: app.secret, params: all }, nodeHashes),
    )
  }
  return new URLSearchParams([...all])
}

async function post(url: string, body: URLSearchParams): Promise<string> {
  const response = await fetch(url, { method: 'POST', body })
  if (response.status !== 200) throw new Error(`HTTP ${response.status}`)
  return response.text()
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}
