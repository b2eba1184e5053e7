import { createHash } from 'node:crypto'
import type { Context } from '../../context.ts'
import { constantTimeEqual } from '../../keys/constant-time.ts'
import { type App, findApp } from '../publishers/index.ts'

/** An app that may ask for authorisations. */
export async function findClient(ctx: Context, clientId: string): Promise<App | undefined> {
  const app = await findApp(ctx, clientId)
  return app?.live ? app : undefined
}

/** Whether this is one of the app's live secrets; of two all are looked at, so that time tells nothing. */
export function isSecretOf(ctx: Context, app: App, secret: string): boolean {
  const given = digest(secret)
  const matches = app.secrets.map(({ text, retiresAt }) => {
    const isLive = retiresAt === null || retiresAt > ctx.clock.wall()
    return constantTimeEqual(digest(text), given) && isLive
  })
  return matches.includes(true)
}

// Of one length, whatever was sent.
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
