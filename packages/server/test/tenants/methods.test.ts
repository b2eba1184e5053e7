import { formatYuan } from '@opentbk/top'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ServerMethod } from '../../src/methods/define.ts'
import { methods } from '../../src/methods/index.ts'
import { type Params, validCall } from '../methods/every-method/valid-calls.ts'
import type { CallOptions } from '../setup/server.ts'
import { fingerprint } from './fingerprint.ts'
import {
  exceptions,
  isOpen,
  linkParameters,
  nameLike,
  openParameters,
  ownedAt,
  ownedParameters,
  type Parameter,
} from './method-parameters.ts'
import { secondCall, secondCaller, startTenants, type Tenants } from './second-network.ts'

let tenants: Tenants
/** Words that stand in rows of the first publisher's, and in nothing that everybody sees. */
let words: string[]
/** A private password of the first publisher’s, and the short link in its text. */
let secret: { password: string; link: string }

beforeAll(async () => {
  tenants = await startTenants()
  words = await wordsOfFirst(tenants)
  secret = await makeSecret(tenants)
})
afterAll(() => tenants.server.close())

const all = [...methods.values()].map((method) => [method.name, method] as const)
const parameters = [...methods.values()].flatMap(nameLike)

test('every parameter that looks like a name is owned by somebody, or it is said why not', () => {
  const undecided = parameters.filter((parameter) => !ownedAt(parameter) && !isOpen(parameter))
  expect(undecided.map(({ method, name }) => `${method.name} ${name}`)).toEqual([])
  const tables = [...Object.keys(ownedParameters), ...Object.keys(openParameters)]
  const known = new Set(parameters.flatMap(({ method, name }) => [name, `${method.name} ${name}`]))
  expect(tables.filter((name) => !known.has(name))).toEqual([])
})

describe.each(all)('%s', (_name, method) => {
  const own = parameters.filter((parameter) => parameter.method === method && ownedAt(parameter))

  test('the second publisher’s own call is valid', async () => {
    const answer = JSON.parse(await askAsSecond(method, secondCall(tenants, method)))
    expect(answer.error_response).toBeUndefined()
  })

  test.each(own.map((parameter) => [parameter.path.join('.'), parameter] as const))(
    '%s: the first publisher’s is answered like one of nobody’s',
    async (_path, parameter) => {
      const { foreign, unknown } = ownedAt(parameter) as NonNullable<ReturnType<typeof ownedAt>>
      const before = await fingerprint(tenants.server.db, tenants.firstId)
      const given = foreign(tenants)
      const answer = await askWith(parameter, given)
      expect(answer).toBe(await askWith(parameter, unknown))
      expect(await fingerprint(tenants.server.db, tenants.firstId)).toEqual(before)
    },
  )

  test('the first publisher’s whole call by the second shows and changes nothing of theirs', async () => {
    const { addsTo = [], shows } = exceptions[method.name] ?? {}
    const before = await fingerprint(tenants.server.db, tenants.firstId)
    const params = validCall(tenants.first, method)
    const given = `${JSON.stringify(params)} ${shows?.(tenants)}`
    const text = await askAsSecond(method, params)
    expect(words.filter((word) => !given.includes(word) && text.includes(word))).toEqual([])
    const after = await fingerprint(tenants.server.db, tenants.firstId)
    const changed = Object.keys(before).filter((table) => after[table] !== before[table])
    expect(
      changed.map((table) => table.split('.')[0]).filter((table) => !addsTo.includes(table as string)),
    ).toEqual([])
  })
})

test.each(all.filter(([, method]) => method.session === 'required'))(
  '%s: a session is its app’s alone',
  async (_name, method) => {
    const { server, first, caller } = tenants
    const options = { app: caller.app, session: server.demo.provider_app.session }
    const text = await server.callText(method.name, validCall(first, method), options)
    expect(JSON.parse(text).error_response).toMatchObject({ code: 27, sub_code: 'invalid-sessionkey' })
  },
)

test('and each is answered otherwise to whose it is', async () => {
  const { second, secondId, group } = tenants
  const mirrored: Tenants = {
    ...tenants,
    ...{ first: second, firstId: secondId, firstGroup: group, firstSelectionId: tenants.selectionId },
  }
  const alike: string[] = []
  for (const parameter of parameters) {
    const owned = ownedAt(parameter)
    // Selections that somebody made are named by favorites_id alone, also by them.
    if (!owned || parameter.name === 'material_id') continue
    const valid = parameter.name === 'sub_pid' ? second.record.secondPid : owned.foreign(mirrored)
    if ((await askWith(parameter, valid)) === (await askWith(parameter, owned.unknown)))
      alike.push(`${parameter.method.name} ${parameter.name}`)
  }
  // The group is the provider's there, whoever's session comes with it.
  expect(alike).toEqual(['taobao.tbk.sc.order.details.get member_group_id'])
})

const ofLinks = parameters.filter(({ name }) => linkParameters.includes(name))

test.each(ofLinks.map((parameter) => [`${parameter.method.name} ${parameter.name}`, parameter] as const))(
  '%s: a private password is its maker’s alone',
  async (_name, { method, path, name }) => {
    const given = name === 'password_content' ? secret.password : secret.link
    const params = put(secondCall(tenants, method), path, given)
    const text = await askAsSecond(method, params as Params)
    expect(text).toContain('加密淘口令只能由其推广者解析')
    expect(text).not.toContain(tenants.first.link.long)
  },
)

const paged = parameters.filter(({ name }) => name === 'position_index')

test.each(paged.map((parameter) => [parameter.method.name, parameter] as const))(
  '%s: a place in somebody else’s pages leads to the caller’s own rows',
  async (_name, { method, path }) => {
    const { server, first } = tenants
    const ofFirst = { session: method.session === 'required' ? server.demo.provider_app.session : undefined }
    // They lead no campaign: a place among all of their orders stands for one.
    const asked = method.name.replace('.cp.', '.')
    const page = await server.callText(asked, validCall(first, method), ofFirst as CallOptions)
    const place = /"position_index":"([^"]+)"/.exec(page)?.[1] ?? ''
    expect(place).not.toBe('')
    const text = await askAsSecond(method, put(secondCall(tenants, method), path, place) as Params)
    expect(text).not.toContain(tenants.first.tradeId)
    expect(words.filter((word) => text.includes(word))).toEqual([])
  },
)

function askAsSecond(method: ServerMethod, params: Params, options: CallOptions = {}): Promise<string> {
  return tenants.server.callText(method.name, params, { ...secondCaller(tenants, method), ...options })
}

/** The second publisher's valid call with one other value; the answer without its number and that value. */
async function askWith(parameter: Parameter, value: string): Promise<string> {
  const call = { ...secondCall(tenants, parameter.method), ...ownedAt(parameter)?.beside }
  const params = put(call, parameter.path, value)
  const text = await askAsSecond(parameter.method, params as Params)
  return text.replaceAll(value, 'VALUE').replace(/"request_id":"\w+"/, '')
}

function put(container: unknown, [key, ...rest]: readonly string[], value: string): unknown {
  if (key === undefined) return value
  if (Array.isArray(container))
    return container.map((one, index) => (index === Number(key) ? put(one, rest, value) : one))
  const members = typeof container === 'object' && container !== null ? container : {}
  return { ...members, [key]: put(Reflect.get(members, key), rest, value) }
}

async function wordsOfFirst({ server, first, firstId, firstSelectionId }: Tenants): Promise<string[]> {
  const { record, link } = first
  const orders = await server.db
    .selectFrom('orders')
    .select(['trade_id', 'trade_parent_id', 'estimated_commission_fen', 'click_id'])
    .where('member_id', '=', firstId)
    .execute()
  return [
    ...[record.pid, record.relationId, record.specialId, record.appKey, first.siteId, first.adzoneId],
    ...[link.long, link.short, link.tpwd, first.inviterCode, '演示推广者', '好物日报', firstSelectionId],
    ...orders.flatMap((order) => [
      ...[String(order.trade_id), String(order.trade_parent_id), order.click_id ?? ''],
      formatYuan(order.estimated_commission_fen),
    ]),
  ].filter((word) => word !== '')
}

async function makeSecret({ server, first }: Tenants): Promise<typeof secret> {
  const answer = await server.call('taobao.tbk.private.tpwd.create', { url: first.link.long })
  const { model, password_simple } = answer.tbk_private_tpwd_create_response.data
  return { password: password_simple, link: /https?:\/\/\S+/.exec(model)?.[0] as string }
}
