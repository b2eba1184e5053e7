import { formatGmt8 } from '@opentbk/top'
import type { Context } from '../../src/context.ts'
import { clientBase, formOf, md5Sign, type Params } from './client-sign.ts'
import type { Draft, Fault } from './faults.ts'
import { addApp, addLimit, addSession, changeApp, type OwnApp } from './own-app.ts'

/** A server, and a publisher's site on it. */
export type Place = { ctx: Context; url: string; memberId: bigint; siteId: string }

const MADE_LATER = '(of the app made for this call)'

/** Makes the app that the faults ask for and sends it a call with all of them. */
export async function callWith(
  place: Place,
  spoilt: readonly Fault[],
): Promise<{ text: string; appKey: string; base: string; secret: string }> {
  const draft = rightCall(place)
  for (const fault of spoilt) fault.spoil(draft)
  const { app, session } = await makeApp(place, draft.app)
  if (draft.params.app_key === MADE_LATER) draft.params.app_key = app.key
  if (draft.params.session === MADE_LATER) draft.params.session = session
  const sign = draft.sign ?? md5Sign(app.secret, draft.params)
  const text = await send(place, draft, sign)
  return { text, appKey: app.key, base: clientBase(draft.params), secret: app.secret }
}

function rightCall(place: Place): Draft {
  return {
    verb: 'POST',
    params: {
      method: 'taobao.tbk.sc.adzone.create',
      app_key: MADE_LATER,
      session: MADE_LATER,
      timestamp: formatGmt8(place.ctx.clock.wall()),
      v: '2.0',
      sign_method: 'md5',
      format: 'json',
      site_id: place.siteId,
      adzone_name: '首页',
    },
    tail: '',
    sign: undefined,
    app: { packages: ['publisher'], ipList: [], isStopped: false, isUsedUp: false },
  }
}

async function makeApp(place: Place, wanted: Draft['app']): Promise<{ app: OwnApp; session: string }> {
  const { ctx, memberId } = place
  const app = await addApp(ctx, { memberId, packages: wanted.packages })
  const session = await addSession(ctx, app.id, { memberId })
  if (wanted.isUsedUp) await useUp(place, app)
  // Last, for a stopped app could not have used its limit up.
  if (wanted.isStopped || wanted.ipList.length > 0) await changeApp(ctx, app.id, wanted)
  return { app, session }
}

async function useUp(place: Place, app: OwnApp): Promise<void> {
  await addLimit(place.ctx, app.id, { scope: 'app', perDay: 1 })
  const { site_id: _s, adzone_name: _a, session: _t, ...common } = rightCall(place).params
  const params = { ...common, app_key: app.key, method: 'taobao.time.get' }
  const text = await send(place, { verb: 'POST', params, tail: '' }, md5Sign(app.secret, params))
  if (!text.includes('time_get_response')) throw new Error(text)
}

type Sent = { verb: string; params: Params; tail: string }

async function send(place: Place, { verb, params, tail }: Sent, sign: string): Promise<string> {
  const body = formOf({ ...params, ...(sign === '' ? {} : { sign }) }) + tail
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  const response = await fetch(`${place.url}/router/rest`, { method: verb, headers, body })
  if (response.status !== 200) throw new Error(`HTTP ${response.status}`)
  return response.text()
}
