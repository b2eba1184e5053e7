import type { Context } from '../../context.ts'
import { cacheKind } from '../../store/caches.ts'
import { selectApp } from './rows.ts'

/** An app with its secrets in clear, as the gateway needs them to check a signature. */
export type App = {
  id: bigint
  key: string
  name: string
  ownerId: bigint
  live: boolean
  ipList: readonly string[]
  secrets: readonly { text: string; retiresAt: Date | null }[]
}

const apps = cacheKind<string, App | undefined>(['apps', 'app_secrets'], 10_000)

export async function findApp(ctx: Context, appKey: string): Promise<App | undefined> {
  // What cannot be a key is not looked for.
  if (!/^\w{1,32}$/.test(appKey)) return undefined
  return ctx.caches.read(apps, appKey, async () => {
    const row = await selectApp(ctx.store.read, appKey)
    if (!row) return undefined
    const secrets = row.secrets.map(({ sealed, retiresAt }) => {
      const text = ctx.keys.open('app-secret', sealed)
      if (!text)
        throw new Error(`the secret of app ${appKey} does not open: is the master key the right one?`)
      return { text: text.toString('utf8'), retiresAt }
    })
    const { id, appKey: key, name, ownerId, live, ipList } = row
    return { id, key, name, ownerId, live, ipList, secrets }
  })
}
