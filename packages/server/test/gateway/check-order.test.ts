import { randomUUID } from 'node:crypto'
import { formatGmt8 } from '@opentbk/top'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { signedParams, startTestServer, type TestServer, type Wire } from '../setup/server.ts'
import { type Fault, faults, type WireError } from './faults.ts'
import { callWith, type Place } from './faulty-call.ts'
import { addApp, addSession } from './own-app.ts'
import { type ProductionServer, startProductionServer } from './production-server.ts'

let server: TestServer
let place: Place

beforeAll(async () => {
  server = await startTestServer()
  const [, memberId = '', siteId = ''] = server.demo.pid.split('_')
  place = { ctx: server.ctx, url: server.url, memberId: BigInt(memberId), siteId }
})

afterAll(() => server.close())
afterEach(() => void vi.restoreAllMocks())

/** The error of an answer in either format, without its request id. */
function errorOf(text: string): Wire {
  const { request_id, ...error } = text.startsWith('<') ? errorOfXml(text) : JSON.parse(text).error_response
  expect(request_id).toMatch(/^[0-9a-z]{12}$/)
  return error
}

function errorOfXml(xml: string): Wire {
  const inside = /^<\?xml version="1.0" encoding="utf-8" \?><error_response>(.*)<\/error_response>$/s.exec(
    xml,
  )?.[1]
  if (inside === undefined) throw new Error(`no error in XML: ${xml}`)
  const fields = [...inside.matchAll(/<(\w+)>([^<]*)<\/\1>/g)].map(([, name, value]) => [name, value])
  const error = Object.fromEntries(fields)
  return { ...error, code: Number(error.code) }
}

function expectError(text: string, expected: WireError): void {
  const { sub_msg, ...exact } = expected
  const wanted = sub_msg instanceof RegExp ? { ...exact, sub_msg: expect.stringMatching(sub_msg) } : expected
  expect(errorOf(text)).toEqual(wanted)
}

function expectedOf(fault: Fault, call: { appKey: string; base: string }): WireError {
  return typeof fault.expected === 'function' ? fault.expected(call) : fault.expected
}

test('without a fault the call is answered', async () => {
  const { text } = await callWith(place, [])
  expect(JSON.parse(text).tbk_sc_adzone_create_response.data.model).toMatch(/^mm_\d+_\d+_\d+$/)
})

test.each(faults)('$name: exactly its error', async (fault) => {
  const call = await callWith(place, [fault])
  expectError(call.text, expectedOf(fault, call))
  expect(call.text.startsWith('<')).toBe(fault.name === 'format yaml')
  expect(call.text).not.toContain(call.secret)
})

const inXml: Fault = {
  kind: 'reply',
  name: 'asks for XML',
  expected: { code: 0, msg: '' },
  spoil: (draft) => {
    draft.params.format = 'xml'
  },
}

test.each(faults.filter((fault) => fault.kind !== 'format'))('$name: the same in XML', async (fault) => {
  const call = await callWith(place, [inXml, fault])
  expect(call.text.startsWith('<?xml')).toBe(true)
  expectError(call.text, expectedOf(fault, call))
})

describe('of two faults the earlier one is told', () => {
  test.each(faults)('$name', async (earlier) => {
    const later = faults.slice(faults.indexOf(earlier) + 1).filter((fault) => fault.kind !== earlier.kind)
    for (const fault of later) {
      const call = await callWith(place, [earlier, fault])
      expectError(call.text, expectedOf(earlier, call))
    }
  })
})

describe('time stamps', () => {
  const WALL = new Date('2026-03-01T02:03:04.000Z')
  const MINUTES_10 = 600_000
  const dialects: [string, number, (at: Date) => string][] = [
    ['GMT+8 text', 1000, formatGmt8],
    ['epoch milliseconds', 1, (at) => String(at.getTime())],
    ['epoch seconds', 1000, (at) => String(at.getTime() / 1000)],
  ]

  const stampedAt = async (timestamp: string) =>
    (await server.call('taobao.time.get', {}, { override: { timestamp } })).error_response

  test.each(dialects)('%s: ten minutes either way and no more', async (_name, step, write) => {
    vi.spyOn(server.ctx.clock, 'wall').mockReturnValue(WALL)
    vi.spyOn(server.ctx.clock, 'now').mockReturnValue(WALL)
    for (const sign of [-1, 1]) {
      const edge = new Date(WALL.getTime() + sign * MINUTES_10)
      expect(await stampedAt(write(edge))).toBeUndefined()
      const over = new Date(edge.getTime() + sign * step)
      expect(await stampedAt(write(over))).toMatchObject({ code: 31, sub_code: 'isv.timestamp-limit-error' })
    }
  })

  test.each(['now', '2026-03-01', '2026/03/01 10:03:04', '2026-02-30 10:03:04', '17723305', '1772330584.5'])(
    '%s is no time stamp',
    async (timestamp) => {
      expect(await stampedAt(timestamp)).toMatchObject({
        code: 31,
        sub_msg: '时间戳格式应为yyyy-MM-dd HH:mm:ss（GMT+8）、13位毫秒或10位秒',
      })
    },
  )

  test('eight hours off is told as a time zone', async () => {
    const error = await stampedAt(formatGmt8(new Date(Date.now() - 8 * 3_600_000)))
    expect(error.sub_msg).toMatch(/请检查客户端主机时区，例如设置TZ=Asia\/Shanghai$/)
  })

  test('the moved business clock of a sandbox is a clock to stamp by, the wall remains one', async () => {
    const ahead = new Date(Date.now() + 40 * 86_400_000)
    vi.spyOn(server.ctx.clock, 'now').mockReturnValue(ahead)
    expect(await stampedAt(formatGmt8(ahead))).toBeUndefined()
    expect(await stampedAt(formatGmt8(new Date()))).toBeUndefined()
  })
})

describe('sessions', () => {
  const invalid = { code: 27, msg: 'Invalid session' }
  const illegal = { ...invalid, sub_code: 'invalid-sessionkey', sub_msg: 'SessionKey非法' }

  async function answerFor(options: { expiresAt?: Date; withdrawnAt?: Date }, ofOtherApp = false) {
    const { ctx, memberId } = place
    const app = await addApp(ctx, { memberId, packages: ['publisher'] })
    const owner = ofOtherApp ? await addApp(ctx, { memberId, packages: ['publisher'] }) : app
    const session = await addSession(ctx, owner.id, { memberId, ...options })
    const params = { site_id: place.siteId, adzone_name: randomUUID() }
    return server.call('taobao.tbk.sc.adzone.create', params, { app, session })
  }

  test('live: the publisher of the session gets the adzone', async () => {
    const answer = await answerFor({})
    expect(answer.tbk_sc_adzone_create_response.data.model).toContain(`mm_${place.memberId}_${place.siteId}_`)
  })

  test("another app's: as unknown", async () => {
    expect((await answerFor({}, true)).error_response).toMatchObject(illegal)
  })

  test('withdrawn: as unknown', async () => {
    expect((await answerFor({ withdrawnAt: new Date() })).error_response).toMatchObject(illegal)
  })

  test('expired', async () => {
    expect((await answerFor({ expiresAt: new Date(Date.now() - 1000) })).error_response).toMatchObject({
      ...invalid,
      sub_code: 'session-expired',
      sub_msg: 'SessionKey已过期，请重新授权',
    })
  })
})

describe('addresses', () => {
  test.each([['127.0.0.1'], ['127.0.*.*'], ['127.0.0.0/8'], ['10.0.0.1', '127.0.0.1']])(
    '%s lets a call from here in',
    async (...ipList) => {
      const app = await addApp(place.ctx, { memberId: place.memberId, packages: ['publisher'], ipList })
      const answer = await server.call('taobao.tbk.tbkinfo.get', { pid: server.demo.pid }, { app })
      expect(answer.tbk_tbkinfo_get_response.result).toEqual({ data: true })
    },
  )

  test('the address is that of the connection, whatever a header claims', async () => {
    const body = signedParams(server.demo, { method: 'taobao.appip.get', params: {}, call: {} })
    const headers = { 'x-forwarded-for': '10.0.0.1', 'x-real-ip': '10.0.0.1', forwarded: 'for=10.0.0.1' }
    const response = await fetch(server.demo.gateway, { method: 'POST', headers, body })
    expect(await response.json()).toMatchObject({ appip_get_response: { ip: '127.0.0.1' } })
  })
})

test('while a secret is rotated the old and the new one sign; a retired one does not', async () => {
  const { ctx, memberId } = place
  const app = await addApp(ctx, { memberId })
  const newer = 'the newer secret'
  await server.db
    .insertInto('app_secrets')
    .values({
      app_id: app.id,
      secret_sealed: ctx.keys.seal('app-secret', Buffer.from(newer)),
      created_at: new Date(),
    })
    .execute()
  ctx.caches.forget('app_secrets')
  const codeWith = async (secret: string) => {
    const answer = await server.call('taobao.time.get', {}, { app: { key: app.key, secret } })
    return answer.error_response?.code
  }
  expect([await codeWith(app.secret), await codeWith(newer)]).toEqual([undefined, undefined])
  await server.db
    .updateTable('app_secrets')
    .set({ retires_at: new Date(Date.now() - 1) })
    .where('app_id', '=', app.id)
    .where('id', '=', (eb) =>
      eb.selectFrom('app_secrets').select(eb.fn.min('id').as('id')).where('app_id', '=', app.id),
    )
    .execute()
  ctx.caches.forget('app_secrets')
  expect([await codeWith(app.secret), await codeWith(newer)]).toEqual([25, undefined])
})

describe('production', () => {
  let production: ProductionServer
  let own: Place

  beforeAll(async () => {
    production = await startProductionServer()
    const { ctx, url, memberId } = production
    own = { ctx, url, memberId, siteId: '1' }
  })

  afterAll(() => production.close())

  test('a wrong signature is told without the base string', async () => {
    const { text } = await callWith(own, [faultOf('wrong signature')])
    expect(errorOf(text)).toEqual({ code: 25, msg: 'Invalid signature' })
  })

  test('a stale time stamp is told without the clocks', async () => {
    const { text } = await callWith(own, [faultOf('stale time stamp')])
    expect(errorOf(text)).toEqual({
      code: 31,
      msg: 'Invalid timestamp',
      sub_code: 'isv.timestamp-limit-error',
      sub_msg: '时间戳与服务器时间相差超过10分钟',
    })
  })

  test('everything else is told as in the sandbox', async () => {
    const others = faults.filter((fault) => !['wrong signature', 'stale time stamp'].includes(fault.name))
    for (const fault of others) {
      const call = await callWith(own, [fault])
      expectError(call.text, expectedOf(fault, call))
    }
  })

  test('there is no demo shop', async () => {
    expect((await fetch(`${production.url}/shop/items/600000000001`)).status).toBe(404)
  })

  function faultOf(name: string): Fault {
    return faults.find((fault) => fault.name === name) as Fault
  }
})
