import type { Context } from '../../context.ts'
import { cacheKind } from '../../store/caches.ts'
import { BadField } from '../goods/index.ts'
import { type App, findApp } from '../publishers/index.ts'
import { deleteRedirect, insertRedirect, type Redirect, selectRedirects } from './redirect-rows.ts'
import { isRegistered, type Origin, readOrigin, readRedirect } from './rules.ts'

const MOST_REDIRECTS = 20

const redirects = cacheKind<bigint, Redirect[]>(['app_redirects'], 10_000)

/** Where an app may be answered. BadField when there is no such app. */
export async function listRedirects(ctx: Context, appKey: string): Promise<Redirect[]> {
  return selectRedirects(ctx.store.read, (await getApp(ctx, appKey)).id)
}

/** Registers a domain of an app; one that is registered already stays. Answers all. */
export async function addRedirect(
  ctx: Context,
  input: { appKey: string; origin: string; operator: { id: bigint | undefined } },
): Promise<Redirect[]> {
  const app = await getApp(ctx, input.appKey)
  const origin = getOrigin(ctx, input.origin)
  if ((await selectRedirects(ctx.store.read, app.id)).length >= MOST_REDIRECTS) {
    throw new BadField('origin', `an app has at most ${MOST_REDIRECTS}`)
  }
  const createdAt = ctx.clock.now()
  await insertRedirect(ctx.store.read, { appId: app.id, origin, createdAt, createdBy: input.operator.id })
  return selectRedirects(ctx.store.read, app.id)
}

/** Answers what stays. BadField when the domain was not registered. */
export async function removeRedirect(
  ctx: Context,
  input: { appKey: string; origin: string },
): Promise<Redirect[]> {
  const app = await getApp(ctx, input.appKey)
  const gone = await deleteRedirect(ctx.store.read, app.id, getOrigin(ctx, input.origin))
  if (!gone) throw new BadField('origin', 'not a registered domain of this app')
  return selectRedirects(ctx.store.read, app.id)
}

/** The URL of a redirect_uri that is this app's to be answered at, else undefined. */
export async function findRedirect(ctx: Context, app: App, text: string): Promise<URL | undefined> {
  const url = readRedirect(text)
  if (!url) return undefined
  const origins = await ctx.caches.read(redirects, app.id, () => selectRedirects(ctx.store.read, app.id))
  return isRegistered(url, origins, ctx.mode) ? url : undefined
}

async function getApp(ctx: Context, appKey: string): Promise<App> {
  const app = await findApp(ctx, appKey)
  if (!app) throw new BadField('app_key', 'no such app')
  return app
}

function getOrigin(ctx: Context, text: string): Origin {
  const origin = readOrigin(text, ctx.mode)
  if (origin) return origin
  const example =
    ctx.mode === 'sandbox' ? 'https://app.example.com or http://127.0.0.1' : 'https://app.example.com'
  throw new BadField('origin', `scheme and host alone expected, like ${example}`)
}
