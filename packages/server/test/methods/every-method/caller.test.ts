import { formatGmt8 } from '@opentbk/top'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ServerMethod } from '../../../src/methods/define.ts'
import { methods } from '../../../src/methods/index.ts'
import type { CallOptions } from '../../setup/server.ts'
import { callerFor, type Network, startNetwork } from './network.ts'
import { refusedCall, type WireError } from './refused.ts'
import { createAppWithout } from './scratch-app.ts'
import { validCall } from './valid-calls.ts'

const ELEVEN_MINUTES_MS = 11 * 60_000

let network: Network
const withoutPackage = new Map<string, Required<Pick<CallOptions, 'app' | 'session'>>>()

beforeAll(async () => {
  network = await startNetwork()
  const owner = BigInt(network.record.publisherId)
  for (const name of new Set([...methods.values()].map((method) => method.permission))) {
    withoutPackage.set(name, await createAppWithout(network.server, owner, name))
  }
})
afterAll(() => network.server.close())

/** A valid call, but for what it says of its caller. */
function refused(method: ServerMethod, options: CallOptions): Promise<WireError> {
  const caller = callerFor(network, method)
  return refusedCall(network, {
    method: method.name,
    params: validCall(network, method),
    options: { ...caller, ...options },
  })
}

const named = (wanted: (method: ServerMethod) => boolean) =>
  [...methods.values()].filter(wanted).map((method) => [method.name, method] as const)

describe.each(named(() => true))('%s', (_name, method) => {
  test('missing app key', async () => {
    const error = await refused(method, { override: { app_key: undefined } })
    expect(error).toEqual({ code: 28, msg: 'Missing app key' })
  })

  test('unknown app key', async () => {
    const error = await refused(method, { app: { key: '99999999', secret: 'any' } })
    expect(error).toEqual({ code: 29, msg: 'Invalid app Key', sub_code: 'isv.appkey-not-exists' })
  })

  test('bad signature', async () => {
    const error = await refused(method, { override: { sign: 'A'.repeat(32) } })
    expect(error).toMatchObject({ code: 25, msg: 'Invalid signature' })
    expect(error.sub_code).toBeUndefined()
    expect(error.sub_msg).toContain(`method${method.name}`)
  })

  test('stale time', async () => {
    const timestamp = formatGmt8(new Date(Date.now() - ELEVEN_MINUTES_MS))
    const error = await refused(method, { override: { timestamp } })
    expect(error).toMatchObject({
      code: 31,
      msg: 'Invalid timestamp',
      sub_code: 'isv.timestamp-limit-error',
    })
  })
})

describe.each(named((method) => method.session === 'required'))('%s', (_name, method) => {
  test('missing session', async () => {
    const { provider_app } = network.server.demo
    const answers = [
      await refused(method, { app: provider_app, override: { session: undefined } }),
      await refused(method, { app: provider_app, override: { session: '' } }),
    ]
    for (const error of answers) expect(error).toEqual({ code: 26, msg: 'Missing session' })
  })

  test('foreign session', async () => {
    const { app, provider_app } = network.server.demo
    const foreign = {
      code: 27,
      msg: 'Invalid session',
      sub_code: 'invalid-sessionkey',
      sub_msg: 'SessionKey非法',
    }
    expect(await refused(method, { app, session: provider_app.session })).toEqual(foreign)
    expect(await refused(method, { session: `6${provider_app.session}` })).toEqual(foreign)
  })
})

test.each(named((method) => method.permission !== 'none'))(
  '%s: missing permission',
  async (_name, method) => {
    const { app, session } = withoutPackage.get(method.permission) as Required<CallOptions>
    const error = await refused(method, method.session === 'none' ? { app } : { app, session })
    expect(error).toMatchObject({
      code: 11,
      msg: 'Insufficient isv permissions',
      sub_code: 'isv.permission-api-package-limit',
    })
    expect(error.sub_msg).toMatch(/^scope ids is \d+( \d+){8}$/)
  },
)

test.each(named((method) => method.permission === 'none'))(
  '%s: asks for no package',
  async (_name, method) => {
    const { app } = withoutPackage.get('none') as Required<CallOptions>
    const answer = await network.server.call(method.name, validCall(network, method), { app })
    // A code or token of another app is refused as such, which comes after any package.
    expect([undefined, 15]).toContain(answer.error_response?.code)
  },
)

test.each(named((method) => method.session === 'none'))(
  '%s: a session is signed but ignored',
  async (_name, method) => {
    const answer = await network.server.call(method.name, validCall(network, method), {
      app: network.server.demo.app,
      session: 'of nobody',
    })
    expect(answer.error_response).toBeUndefined()
  },
)
