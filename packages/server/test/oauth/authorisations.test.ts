import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { runCommand } from '../process/server-process.ts'
import { askAsOperator } from '../sandbox/operator.ts'
import { createTestDatabase, TEST_MASTER_KEY, type TestDatabase } from '../setup/database.ts'
import { forgetKeys, missingRedis, TEST_REDIS_URL } from '../setup/redis.ts'
import { startTestServer, type TestServer, type Wire } from '../setup/server.ts'
import { openTrade } from '../setup/trade.ts'
import { askUrl, codeFor, type Member, openMember, openPage, redeem, refresh, stateOf } from './walk.ts'

let database: TestDatabase
let server: TestServer
let member: Member
let other: Member

beforeAll(async () => {
  database = await createTestDatabase()
  server = await startTestServer({ database })
  const trade = await openTrade(server)
  member = await openMember(server, trade.first.memberId)
  other = await openMember(server, trade.second.memberId)
})
afterAll(async () => {
  await server.close()
  await database.drop()
})

const PATH = '/account/v1/authorisations'

async function list(of: Member): Promise<Wire[]> {
  const response = await fetch(`${server.url}${PATH}`, { headers: { cookie: of.cookie } })
  expect(response.status).toBe(200)
  return ((await response.json()) as Wire).authorisations
}

async function withdraw(of: Member, id: string, headers: Record<string, string> = {}): Promise<number> {
  const page = await openPage(askUrl(server), of.cookie)
  const csrf = /name="csrf" value="(\w+)"/.exec(page.text)?.[1] as string
  const response = await fetch(`${server.url}${PATH}/${id}/withdraw`, {
    method: 'POST',
    headers: { cookie: of.cookie, 'content-type': 'application/json', 'x-csrf-token': csrf, ...headers },
    body: '{}',
  })
  return response.status
}

/** Tokens of a new authorisation, and its id. */
async function authorise(of: Member): Promise<{ id: string; access: string; refresh: string }> {
  const { body } = await redeem(server, await codeFor(server, of))
  const all = await list(of)
  return { id: all.at(-1).id, access: body.access_token, refresh: body.refresh_token }
}

describe('a member', () => {
  test('lists the apps that may act for them, the seeded one too', async () => {
    expect(await list(member)).toMatchObject([
      { app_key: server.demo.provider_app.key, app_name: '演示服务商应用', app_owner: '演示服务商' },
    ])
    expect(await list(other)).toEqual([])
    expect((await fetch(`${server.url}${PATH}`)).status).toBe(401)
  })

  test('withdraws one: its tokens end at once, and codes that wait; others stay', async () => {
    const kept = await authorise(other)
    const gone = await authorise(member)
    const waiting = await codeFor(server, member)
    expect(await withdraw(other, gone.id)).toBe(404)
    expect(await withdraw(member, gone.id, { 'x-csrf-token': 'x' })).toBe(403)
    expect(await withdraw(member, gone.id, { origin: 'https://evil.example' })).toBe(403)
    expect(await stateOf(server, gone.access)).toBe('live')
    expect(await withdraw(member, gone.id)).toBe(200)
    expect(await stateOf(server, gone.access)).toBe('invalid-sessionkey')
    expect((await refresh(server, gone.refresh)).body.error).toBe('invalid_grant')
    expect((await redeem(server, waiting)).body.error).toBe('invalid_grant')
    expect((await list(member)).map(({ id }) => id)).not.toContain(gone.id)
    expect(await withdraw(member, gone.id)).toBe(404)
    expect(await stateOf(server, kept.access)).toBe('live')
    expect(await withdraw(other, kept.id)).toBe(200)
  })

  test('withdraws the seeded one, by whose session nothing goes any more', async () => {
    const session = server.demo.provider_app.session
    expect(await stateOf(server, session)).toBe('live')
    const [{ id }] = (await list(member)) as [{ id: string }]
    expect(await withdraw(member, id)).toBe(200)
    expect(await stateOf(server, session)).toBe('invalid-sessionkey')
  })

  test('has at most 10 with an app: with one more the oldest ends', async () => {
    const made = []
    for (let count = 0; count < 11; count++) made.push(await authorise(other))
    expect((await list(other)).map(({ id }) => id)).toEqual(made.slice(1).map(({ id }) => id))
    expect(await stateOf(server, (made[0] as { access: string }).access)).toBe('invalid-sessionkey')
    expect(await stateOf(server, (made[1] as { access: string }).access)).toBe('live')
  })
})

describe('an operator', () => {
  test('lists and withdraws, and it is kept who did', async () => {
    const { id, access } = await authorise(member)
    const listed = await askAsOperator(server, `/admin/v1/authorisations?member_id=${member.id}&state=live`)
    expect(listed.body.authorisations.at(-1)).toMatchObject({
      id,
      app_key: server.demo.provider_app.key,
      member_id: String(member.id),
      withdrawn_at: null,
    })
    const path = `/admin/v1/authorisations/${id}/withdraw`
    expect((await askAsOperator(server, path, { body: {} })).body).toEqual({ id, withdrawn: true })
    expect((await askAsOperator(server, path, { body: {} })).status).toBe(404)
    expect(await stateOf(server, access)).toBe('invalid-sessionkey')
    const row = server.db.selectFrom('oauth_grants').selectAll().where('id', '=', BigInt(id))
    expect(await row.executeTakeFirstOrThrow()).toMatchObject({ reason: 'operator', withdrawn_by: 1n })
  })

  test('registers, lists and removes the domains of an app', async () => {
    const path = `/admin/v1/apps/${server.demo.app.key}/redirects`
    const origins = (answer: Wire) => answer.body.redirects.map(({ origin }: { origin: string }) => origin)
    expect(origins(await askAsOperator(server, path))).toEqual([])
    const added = await askAsOperator(server, path, { body: { origin: 'https://App.example.com:8443/' } })
    expect([added.status, origins(added)]).toEqual([201, ['https://app.example.com:8443']])
    for (const origin of ['https://app.example.com/x', 'app.example.com', '', 'https://*.example.com']) {
      const refused = await askAsOperator(server, path, { body: { origin } })
      expect([refused.status, refused.body.field]).toEqual([400, 'origin'])
    }
    expect((await askAsOperator(server, '/admin/v1/apps/404/redirects')).body.field).toBe('app_key')
    const ask = { client_id: server.demo.app.key, redirect_uri: 'https://app.example.com:8443/cb' }
    expect((await openPage(askUrl(server, ask), member.cookie)).response.status).toBe(200)
    const query = '?origin=https%3A%2F%2Fapp.example.com%3A8443'
    const { token } = server.demo.operator
    const removed = await fetch(`${server.url}${path}${query}`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${token}` },
    })
    expect(await removed.json()).toEqual({ redirects: [] })
  })

  test('does the same on the command line, of which the running server hears', async () => {
    const env = { DATABASE_URL: database.url, OPENTBK_MASTER_KEY: TEST_MASTER_KEY.toString('hex') }
    const run = (...args: string[]) => runCommand(args, env)
    const { key } = server.demo.app
    const ask = { client_id: key, redirect_uri: 'https://cli.example.com/cb' }
    expect((await openPage(askUrl(server, ask), member.cookie)).response.status).toBe(400)
    const added = await run('app', 'redirect', 'add', key, 'https://cli.example.com')
    expect(added.stdout).toMatch(/^https:\/\/cli\.example\.com {2}since \d{4}-\d\d-\d\d \d\d:\d\d:\d\d\n$/)
    await expect
      .poll(async () => (await openPage(askUrl(server, ask), member.cookie)).response.status)
      .toBe(200)
    expect((await run('app', 'redirect', 'list', key)).stdout).toBe(added.stdout)
    expect((await run('app', 'redirect', 'remove', key, 'https://cli.example.com')).stdout).toBe('')
    expect(await run('app', 'redirect', 'add', '404', 'https://x.example')).toMatchObject({ code: 1 })

    const { id, access } = await authorise(member)
    expect(await stateOf(server, access)).toBe('live')
    const listed = await run('authorisation', 'list', '--member-id', String(member.id))
    expect(listed.stdout).toContain(`${id}  app ${server.demo.provider_app.key}  member ${member.id}`)
    expect((await run('authorisation', 'withdraw', id)).stdout).toBe(`withdrawn ${id}\n`)
    await expect.poll(() => stateOf(server, access)).toBe('invalid-sessionkey')
    expect(await run('authorisation', 'withdraw', id)).toMatchObject({ code: 1 })
  }, 60_000)
})

describe('logoff', () => {
  let visitor: Member
  beforeEach(async () => {
    visitor = await openMember(server, member.id)
  })

  test('signs the browser out and leads back to a registered address; authorisations stay', async () => {
    const { access } = await authorise(visitor)
    const back = 'http://127.0.0.1:3000/bye?x=1'
    const query = new URLSearchParams({
      client_id: server.demo.provider_app.key,
      redirect_uri: back,
      view: 'web',
    })
    const { response } = await openPage(`${server.url}/oauth/logoff?${query}`, visitor.cookie)
    expect([response.status, response.headers.get('location')]).toEqual([302, back])
    expect(response.headers.get('set-cookie')).toMatch(/^sign_in=; .*Max-Age=0/)
    expect((await openPage(askUrl(server), visitor.cookie)).response.status).toBe(303)
    expect(await stateOf(server, access)).toBe('live')
  })

  test('shows a page where no address is given, and refuses a foreign one', async () => {
    const { response, text } = await openPage(`${server.url}/logoff`, visitor.cookie)
    expect(response.status).toBe(200)
    expect(text).toContain('已退出登录')
    for (const redirect_uri of [
      'https://evil.example/',
      '//evil.example',
      'http://127.0.0.1@evil.example/',
    ]) {
      const query = new URLSearchParams({ client_id: server.demo.provider_app.key, redirect_uri })
      const foreign = await openPage(`${server.url}/oauth/logoff?${query}`, visitor.cookie)
      expect([foreign.response.status, foreign.response.headers.get('location')]).toEqual([400, null])
    }
  })

  test('is no prefetch’s', async () => {
    const headers = { cookie: visitor.cookie, 'sec-purpose': 'prefetch' }
    await fetch(`${server.url}/oauth/logoff`, { headers })
    expect((await openPage(askUrl(server), visitor.cookie)).response.status).toBe(200)
  })
})

const missing = await missingRedis()

describe.skipIf(missing)(`two processes${missing ? `: ${missing}` : ''}`, () => {
  test('a withdrawal in one ends the session in the other', async () => {
    const shared = await createTestDatabase()
    const first = await startTestServer({ database: shared, redisUrl: TEST_REDIS_URL })
    const second = await startTestServer({ database: shared, redisUrl: TEST_REDIS_URL })
    try {
      const publisher = await openMember(first, member.id)
      // A code of one process is redeemed by the other.
      const { body } = await redeem(second, await codeFor(first, publisher))
      await expect.poll(() => stateOf(first, body.access_token)).toBe('live')
      expect(await stateOf(second, body.access_token)).toBe('live')
      const id = String(
        (
          await first.db
            .selectFrom('oauth_grants')
            .select('id')
            .orderBy('id', 'desc')
            .limit(1)
            .executeTakeFirstOrThrow()
        ).id,
      )
      expect(
        (await askAsOperator(first, `/admin/v1/authorisations/${id}/withdraw`, { body: {} })).status,
      ).toBe(200)
      expect(await stateOf(first, body.access_token)).toBe('invalid-sessionkey')
      await expect.poll(() => stateOf(second, body.access_token)).toBe('invalid-sessionkey')
    } finally {
      await forgetKeys(first.ctx.shared?.prefix as string)
      await first.close()
      await second.close()
      await shared.drop()
    }
  }, 60_000)
})
