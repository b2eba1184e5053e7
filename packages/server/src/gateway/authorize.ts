import { describeBase, type Package, topError, verify } from '@opentbk/top'
import type { CallContext, CallingApp, Context } from '../context.ts'
import { grantedPackages } from '../domain/permissions/index.ts'
import { type App, findApp, findMember, findSession } from '../domain/publishers/index.ts'
import type { ServerMethod } from '../methods/define.ts'
import type { Call } from './call.ts'
import { checkTimestamp } from './freshness.ts'
import { nodeHashes } from './hashes.ts'
import { inIpList } from './ip-list.ts'
import { packageLimit } from './package-limit.ts'

/** Who calls: the app, and the session that came with it. */
export type Caller = { app: App; sessionId: bigint | undefined; promoterId: bigint }

/** App key, time stamp, version and signature: that the call is this app's and fresh. */
export async function authenticate(ctx: Context, call: Call): Promise<App> {
  const appKey = call.params.get('app_key')
  if (!appKey) throw topError('missing-app-key')
  const app = await findApp(ctx, appKey)
  if (!app) throw topError('invalid-app-key', { subCode: 'isv.appkey-not-exists' })
  if (!app.live) throw topError('invalid-app-key', { subCode: 'isv.appkey invalid status' })
  checkTimestamp(ctx, call.params.get('timestamp'))
  checkVersion(call.params.get('v'))
  checkSignature(ctx, call, app)
  return app
}

function checkVersion(version: string | undefined): void {
  if (!version) throw topError('missing-version')
  if (version === '2.0') return
  throw topError(/^\d+(\.\d+)?$/.test(version) ? 'unsupported-version' : 'invalid-version')
}

function checkSignature(ctx: Context, call: Call, app: App): void {
  const sign = call.params.get('sign')
  if (!sign) throw topError('missing-signature')
  const signed = {
    signMethod: call.params.get('sign_method') || undefined,
    params: call.params,
    body: call.signedBody,
    sign,
  }
  for (const { text, retiresAt } of app.secrets) {
    if (retiresAt && retiresAt <= ctx.clock.wall()) continue
    if (verify({ ...signed, secret: text }, nodeHashes)) return
  }
  // People lose hours on a signature: the sandbox shows what it signed, without the secret.
  throw topError(
    'invalid-signature',
    ctx.mode === 'sandbox' ? { subMsg: describeBase(call.params, call.signedBody) } : {},
  )
}

/** Session, permission package and IP list: that the app may call this method, and for whom. */
export async function authorize(
  ctx: Context,
  method: ServerMethod,
  from: { app: App; call: Call },
): Promise<Caller> {
  const { app, call } = from
  const session = method.session === 'none' ? undefined : await checkSession(ctx, method, from)
  if (method.permission !== 'none') await checkPackage(ctx, method.permission, app)
  if (app.ipList.length > 0 && !inIpList(app.ipList, call.ip)) {
    throw topError('insufficient-isv-permissions', {
      subCode: 'isv.permission-ip-whitelist-limit',
      subMsg: `The appkey ${app.key} is only allowed to call from ${app.ipList.join(',')}, but your ip is ${call.ip}`,
    })
  }
  return { app, sessionId: session?.id, promoterId: session?.memberId ?? app.ownerId }
}

async function checkSession(
  ctx: Context,
  method: ServerMethod,
  from: { app: App; call: Call },
): Promise<{ id: bigint; memberId: bigint } | undefined> {
  const token = from.call.params.get('session')
  if (!token) {
    if (method.session === 'optional') return undefined
    throw topError('missing-session')
  }
  const session = await findSession(ctx, token)
  // Another app's token is no token here: nothing tells them apart from outside.
  if (!session || session.appId !== from.app.id || session.withdrawn) {
    throw topError('invalid-session', { subCode: 'invalid-sessionkey', subMsg: 'SessionKey非法' })
  }
  if (session.expiresAt <= ctx.clock.now()) {
    throw topError('invalid-session', { subCode: 'session-expired', subMsg: 'SessionKey已过期，请重新授权' })
  }
  return session
}

async function checkPackage(ctx: Context, needed: Package, app: App): Promise<void> {
  const granted = await grantedPackages(ctx, app.id)
  if (!granted.has(needed)) throw await packageLimit(ctx, app.id)
}

/**
 * What the handler gets. A publisher's method needs a publisher to act for, one for members anybody; nobody is acted
 * for while suspended.
 */
export async function callContext(
  ctx: Context,
  method: ServerMethod,
  from: { caller: Caller; ip: string },
): Promise<CallContext> {
  const { app, promoterId } = from.caller
  if (method.permission !== 'none') await checkMember(ctx, method, promoterId)
  const calling: CallingApp = { id: app.id, key: app.key, ownerId: app.ownerId }
  return { ...ctx, app: calling, promoterId, ip: from.ip }
}

async function checkMember(ctx: Context, method: ServerMethod, memberId: bigint): Promise<void> {
  const member = await findMember(ctx, memberId)
  const isMeant = method.forMembers || member?.roles.includes('publisher')
  if (isMeant && member?.inGoodStanding) return
  const subMsg = isMeant ? '授权用户已被暂停合作！' : '授权用户未入驻！'
  throw topError('remote-service-error', { subCode: '1', subMsg })
}
