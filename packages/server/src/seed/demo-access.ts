import { randomBytes } from 'node:crypto'
import { rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Context } from '../context.ts'
import { encodeItemId } from '../domain/goods/index.ts'
import type { Keyring } from '../keys/keyring.ts'
import { appKeys } from './demo-people.ts'
import { findDemoRecord } from './demo-record.ts'
import { demoSecrets } from './demo-secrets.ts'

/** DIR/demo.json: all that a client, a shop and an operator need to try the sandbox. Its keys are fixed. */
export type DemoAccess = {
  gateway: string
  batch: string
  console: string
  app: { key: string; secret: string }
  provider_app: { key: string; secret: string; session: string }
  pid: string
  /** Item ids as the wire writes them, made for the publisher who owns `pid`. */
  item_ids: string[]
  shop: { key: string; secret: string; ingest: string }
  operator: { token: string }
}

export async function demoAccess(ctx: Context): Promise<DemoAccess> {
  const record = await findDemoRecord(ctx.store.read)
  if (!record) throw new Error('there is no demo network in this data')
  const secrets = demoSecrets(ctx.keys)
  const publisherId = BigInt(record.publisherId)
  return {
    gateway: `${ctx.publicUrl}/router/rest`,
    batch: `${ctx.publicUrl}/router/batch`,
    console: `${ctx.publicUrl}/`,
    app: { key: record.appKey, secret: secrets.app },
    provider_app: { key: record.providerAppKey, secret: secrets.providerApp, session: secrets.session },
    pid: record.pid,
    item_ids: record.itemIds.map((id) => encodeItemId(ctx.keys, BigInt(id), publisherId)),
    shop: {
      key: record.shopKey,
      secret: secrets.shop(record.shopKey),
      ingest: `${ctx.publicUrl}/ingest/v1/orders`,
    },
    operator: { token: secrets.operatorToken },
  }
}

/** The recruiting leader's app, and the session by which the provider's app acts for the leader. */
export function leaderAccess(keys: Keyring): { leader_app: DemoAccess['provider_app'] } {
  const secrets = demoSecrets(keys)
  return {
    leader_app: { key: appKeys.leaderApp, secret: secrets.leaderApp, session: secrets.leaderSession },
  }
}

/** Writes `demo.json`, readable by its owner alone; a reader meets the old file or the new one, never half. */
export async function writeDemoAccess(dataDir: string, access: DemoAccess): Promise<void> {
  const path = join(dataDir, 'demo.json')
  const temporary = `${path}.${randomBytes(6).toString('hex')}`
  try {
    await writeFile(temporary, `${JSON.stringify(access, null, 2)}\n`, { flag: 'wx', mode: 0o600 })
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
}
