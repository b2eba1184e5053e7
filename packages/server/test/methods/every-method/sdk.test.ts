import type { Field, Fields } from '@opentbk/top'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sdkName } from '../../../../../scripts/printers/sdk-name.ts'
import { type Client, createClient, TopApiError } from '../../../../sdk/src/index.ts'
import { methods } from '../../../src/methods/index.ts'
import { type Network, startNetwork } from './network.ts'
import { validCall } from './valid-calls.ts'

type Call = (input: object) => Promise<Record<string, unknown>>

let network: Network

beforeAll(async () => {
  network = await startNetwork()
})
afterAll(() => network.server.close())

describe.each([...methods.values()].map((method) => [method.name, method] as const))(
  '%s',
  (wireName, method) => {
    test('the SDK sends a valid call and answers in its documented types, wrapped or plain', async () => {
      for (const simplify of [true, false]) {
        const answer = await callOf(wireName, method.session, simplify)(validCall(network, method))
        expect(answer.request_id).toMatch(/^[0-9a-z]{11,13}$/)
        expect(misfits(method.response, answer)).toEqual([])
        expect(Object.keys(answer).length).toBeGreaterThan(1)
      }
    })
  },
)

test('a refusal comes as TopApiError with all its parts', async () => {
  const call = callOf('taobao.tbk.tpwd.create', 'none', true)({ url: 'http://elsewhere.test/' })
  const error = await call.catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(TopApiError)
  expect(error).toMatchObject({ code: 15, msg: 'Remote service error', retryable: false })
  expect((error as TopApiError).subCode).toMatch(/./)
  expect((error as TopApiError).requestId).toMatch(/^[0-9a-z]{11,13}$/)
})

test('a file goes beside the parameters, which are signed as they arrive', async () => {
  const { app, gateway, pid } = network.server.demo
  const client = createClient({ gateway, appKey: app.key, appSecret: app.secret })
  const pic = { name: '图.png', contentType: 'image/png', bytes: new Uint8Array([0, 13, 10, 255]) }
  const answer = await client.call('taobao.tbk.tbkinfo.get', { pid, pic, note: '两\n行\r\n文字\r' })
  expect(answer).toMatchObject({ result: { data: true } })
})

function callOf(wireName: string, session: string, simplify: boolean): Call {
  const { app, provider_app: provider, gateway } = network.server.demo
  const own = session === 'required' ? provider : app
  const client = createClient({
    gateway,
    appKey: own.key,
    appSecret: own.secret,
    session: provider.session,
    simplify,
  })
  const { group, method } = sdkName(wireName)
  const groups = client as unknown as Record<string, Record<string, Call>> & Client
  const call = groups[group]?.[method]
  if (!call) throw new Error(`the SDK has no ${group}.${method}: npm run generate`)
  return call
}

/** Where an answer is not what the SDK's types say: `path: type`. */
function misfits(fields: Fields, value: Record<string, unknown>, path = ''): string[] {
  return Object.entries(value).flatMap(([name, member]) => {
    const field = fields[name]
    if (field === undefined) return path === '' && name === 'request_id' ? [] : [`${path}${name}: unknown`]
    return misfitsOf(field, member, `${path}${name}`)
  })
}

function misfitsOf(field: Field, value: unknown, path: string): string[] {
  if (field.kind === 'list') {
    if (!Array.isArray(value)) return [`${path}: ${typeof value}`]
    return value.flatMap((item) => misfitsOf(field.item, item, `${path}[]`))
  }
  if (field.kind === 'object') return misfits(field.fields, value as Record<string, unknown>, `${path}.`)
  const isLong = field.kind === 'number' && field.bits === 64
  const expected = field.kind === 'boolean' || (field.kind === 'number' && !isLong) ? field.kind : 'string'
  const isFine =
    typeof value === expected || (field.kind === 'number' && typeof value === 'string' && /_ids?$/.test(path))
  return isFine ? [] : [`${path}: ${typeof value}`]
}
