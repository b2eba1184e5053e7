import { createHash, randomBytes } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { addApp } from '../gateway/own-app.ts'
import { startTestServer, type TestServer } from '../setup/server.ts'
import { openTrade } from '../setup/trade.ts'
import { askTokens, codeFor, type Member, openMember, postForm, redeem, refresh, stateOf } from './walk.ts'

const DAY_MS = 86_400_000
const MINUTE_MS = 60_000

let server: TestServer
let member: Member

beforeAll(async () => {
  server = await startTestServer()
  member = await openMember(server, (await openTrade(server)).first.memberId)
})
afterAll(() => server.close())
afterEach(() => void vi.restoreAllMocks())

/** Business time, so much later, for what follows. */
function later(ms: number): void {
  vi.restoreAllMocks()
  const now = Date.now() + ms
  vi.spyOn(server.ctx.clock, 'now').mockImplementation(() => new Date(now))
}

/** The wall's too, so that earlier failures no longer count. */
function laterOnTheWall(ms: number): void {
  const now = Date.now() + ms
  vi.spyOn(server.ctx.clock, 'wall').mockImplementation(() => new Date(now))
}

const invalidGrant = (error_description: string) => ({
  status: 400,
  body: { error: 'invalid_grant', error_description },
})
const codeExpired = invalidGrant('authorize code expire')
const refreshGone = invalidGrant('refresh_token is invalidate')

describe('a code', () => {
  test('brings every field that TOP answers, and the token works', async () => {
    const before = Date.now()
    const { status, body } = await redeem(server, await codeFor(server, member))
    expect(status).toBe(200)
    const days30 = 30 * 86_400
    expect(body).toEqual({
      access_token: expect.stringMatching(/^6100[0-9a-f]{52}$/),
      token_type: 'Bearer',
      expires_in: days30,
      refresh_token: expect.stringMatching(/^6100[0-9a-f]{52}$/),
      re_expires_in: 2 * days30,
      ...{ r1_expires_in: days30, r2_expires_in: days30, w1_expires_in: days30, w2_expires_in: days30 },
      taobao_user_id: String(member.id),
      taobao_user_nick: encodeURIComponent('演示推广者'),
      taobao_open_uid: expect.stringMatching(/^AAE[\w-]{24}$/),
      expire_time: expect.any(Number),
      ...{ r1_valid: body.expire_time, r2_valid: body.expire_time },
      ...{ w1_valid: body.expire_time, w2_valid: body.expire_time },
    })
    expect(body.expire_time).toBeGreaterThanOrEqual(before + 30 * DAY_MS)
    expect(await stateOf(server, body.access_token)).toBe('live')
    later(30 * DAY_MS + MINUTE_MS)
    expect(await stateOf(server, body.access_token)).toBe('session-expired')
  })

  test('may come in the query, by the alias, with the name and secret as Basic', async () => {
    const { key, secret } = server.demo.provider_app
    const query = async () =>
      new URLSearchParams({
        grant_type: 'authorization_code',
        code: await codeFor(server, member),
        redirect_uri: 'http://127.0.0.1:3000/callback',
        client_id: key,
      })
    const asTop = await query()
    asTop.set('client_secret', secret)
    asTop.set('view', 'web')
    const byQuery = await postForm(`${server.url}/token?${asTop}`, {})
    expect(byQuery.status).toBe(200)
    expect([byQuery.headers.get('cache-control'), byQuery.headers.get('content-type')]).toEqual([
      'no-store',
      'application/json; charset=utf-8',
    ])
    const authorization = `Basic ${Buffer.from(`${key}:${secret}`).toString('base64')}`
    const byBasic = await fetch(`${server.url}/oauth/token`, {
      method: 'POST',
      body: await query(),
      headers: { authorization },
    })
    expect(byBasic.status).toBe(200)
  })

  test('is good once, and copied ones end what it led to', async () => {
    const code = await codeFor(server, member)
    const { body } = await redeem(server, code)
    expect(await redeem(server, code)).toEqual(codeExpired)
    // Sent twice by its own client: nothing is lost.
    expect(await stateOf(server, body.access_token)).toBe('live')
    later(MINUTE_MS)
    expect(await redeem(server, code)).toEqual(codeExpired)
    expect(await stateOf(server, body.access_token)).toBe('invalid-sessionkey')
    expect(await refresh(server, body.refresh_token)).toEqual(refreshGone)
  })

  test('of many requests at once exactly one wins, and its token works', async () => {
    const code = await codeFor(server, member)
    const answers = await Promise.all(Array.from({ length: 8 }, () => redeem(server, code)))
    const won = answers.filter(({ status }) => status === 200)
    expect(won).toHaveLength(1)
    expect(answers.filter((answer) => answer !== won[0])).toEqual(
      Array.from({ length: 7 }, () => codeExpired),
    )
    expect(await stateOf(server, won[0]?.body.access_token)).toBe('live')
  })

  test('lives 30 minutes of business time', async () => {
    const codes = [await codeFor(server, member), await codeFor(server, member)] as const
    later(29 * MINUTE_MS)
    expect((await redeem(server, codes[0])).status).toBe(200)
    later(31 * MINUTE_MS)
    expect(await redeem(server, codes[1])).toEqual(codeExpired)
  })

  test('is bound to its redirect_uri and app, and good for the right one afterwards', async () => {
    const code = await codeFor(server, member)
    const other = await addApp(server.ctx, { memberId: member.id })
    const foreign = { client_id: other.key, client_secret: other.secret }
    expect(await redeem(server, code, foreign)).toEqual(codeExpired)
    for (const redirect_uri of [
      'http://127.0.0.1:3001/callback',
      'http://127.0.0.1:3000/callback?',
      'http://127.0.0.1:3000/Callback',
      'http://localhost:3000/callback',
      'nonsense',
    ]) {
      expect(await redeem(server, code, { redirect_uri })).toEqual(invalidGrant('redirect_uri is invalidate'))
    }
    expect((await redeem(server, code)).status).toBe(200)
  })

  test('with a challenge wants its verifier', async () => {
    const code_verifier = randomBytes(32).toString('base64url')
    const code_challenge = createHash('sha256').update(code_verifier).digest('base64url')
    const code = await codeFor(server, member, { code_challenge, code_challenge_method: 'S256' })
    const refused = invalidGrant('code_verifier is invalidate')
    for (const bad of [undefined, 'short', `${code_verifier}x`, randomBytes(32).toString('base64url')]) {
      expect(await redeem(server, code, { code_verifier: bad })).toEqual(refused)
    }
    expect((await redeem(server, code, { code_verifier })).status).toBe(200)
    // And one without takes none: somebody may have cut the challenge out.
    const plain = await codeFor(server, member)
    expect(await redeem(server, plain, { code_verifier })).toEqual(refused)
  })

  test('of a member who was suspended since is refused', async () => {
    const code = await codeFor(server, member)
    const { refresh_token } = (await redeem(server, await codeFor(server, member))).body
    const setStanding = async (standing: string) => {
      await server.db.updateTable('members').set({ standing }).where('id', '=', member.id).execute()
      server.ctx.caches.forget('members')
    }
    await setStanding('suspended')
    const refused = invalidGrant('the member cannot authorise apps now')
    expect(await redeem(server, code)).toEqual(refused)
    expect(await refresh(server, refresh_token)).toEqual(refused)
    await setStanding('good')
    expect((await redeem(server, code)).status).toBe(200)
    expect((await refresh(server, refresh_token)).status).toBe(200)
  })
})

describe('a refresh token', () => {
  test('brings a new pair; the token before stays for calls under way, earlier ones end', async () => {
    const first = (await redeem(server, await codeFor(server, member))).body
    const second = (await refresh(server, first.refresh_token)).body
    expect(second.refresh_token).not.toBe(first.refresh_token)
    expect(second.taobao_open_uid).toBe(first.taobao_open_uid)
    const third = (await refresh(server, second.refresh_token)).body
    expect(await stateOf(server, first.access_token)).toBe('invalid-sessionkey')
    expect(await stateOf(server, second.access_token)).toBe('live')
    expect(await stateOf(server, third.access_token)).toBe('live')
  })

  test('that comes again withdraws the whole family, and the member is told', async () => {
    const first = (await redeem(server, await codeFor(server, member))).body
    const beside = (await redeem(server, await codeFor(server, member))).body
    const second = (await refresh(server, first.refresh_token)).body
    expect(await refresh(server, first.refresh_token)).toEqual(refreshGone)
    expect(await stateOf(server, second.access_token)).toBe('invalid-sessionkey')
    expect(await refresh(server, second.refresh_token)).toEqual(refreshGone)
    expect(await stateOf(server, beside.access_token)).toBe('live')
    const notices = await server.db
      .selectFrom('inbox_notices')
      .select('kind')
      .where('member_id', '=', member.id)
      .execute()
    expect(notices).toContainEqual({ kind: 'authorisation_withdrawn' })
  })

  test('lives 60 days, anew with each refresh', async () => {
    const first = (await redeem(server, await codeFor(server, member))).body
    later(59 * DAY_MS)
    const second = (await refresh(server, first.refresh_token)).body
    later(118 * DAY_MS)
    const third = (await refresh(server, second.refresh_token)).body
    expect(third.access_token).toMatch(/^6100/)
    later(179 * DAY_MS)
    expect(await refresh(server, third.refresh_token)).toEqual(refreshGone)
  })

  test('of two requests at once one wins at the most', async () => {
    const { refresh_token } = (await redeem(server, await codeFor(server, member))).body
    const answers = await Promise.all([refresh(server, refresh_token), refresh(server, refresh_token)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400])
  })

  test('is its app’s alone, and no access token', async () => {
    const { access_token, refresh_token } = (await redeem(server, await codeFor(server, member))).body
    const other = await addApp(server.ctx, { memberId: member.id })
    const foreign = { client_id: other.key, client_secret: other.secret }
    expect(await refresh(server, refresh_token, foreign)).toEqual(refreshGone)
    expect(await refresh(server, access_token)).toEqual(refreshGone)
    expect(await stateOf(server, refresh_token)).toBe('invalid-sessionkey')
    expect((await refresh(server, refresh_token)).status).toBe(200)
  })
})

describe('refused with HTTP 400, error and error_description', () => {
  const code = { grant_type: 'authorization_code', redirect_uri: 'http://127.0.0.1:3000/callback' }
  test.each([
    ['client_id missing', { client_id: undefined }, ['invalid_request', 'client_id is required']],
    ['client_id unknown', { client_id: '999' }, ['invalid_client', 'client_id is invalidate']],
    ['client_id no key', { client_id: "1' or 1=1" }, ['invalid_client', 'client_id is invalidate']],
    ['client_secret missing', { client_secret: undefined }, ['invalid_request', 'client_secret is required']],
    ['client_secret wrong', { client_secret: 'x' }, ['invalid_client', 'client_secret is invalidate']],
    ['grant_type missing', { code: 'x' }, ['invalid_request', 'grant_type is required']],
    [
      'grant_type unknown',
      { grant_type: 'password' },
      ['unsupported_grant_type', 'grant_type: authorization_code or refresh_token expected'],
    ],
    ['code missing', code, ['invalid_request', 'code is required']],
    ['code empty', { ...code, code: '' }, ['invalid_request', 'code is required']],
    ['code unknown', { ...code, code: 'x'.repeat(32) }, ['invalid_grant', 'authorize code expire']],
    ['code hostile', { ...code, code: '\0'.repeat(5000) }, ['invalid_grant', 'authorize code expire']],
    [
      'redirect_uri missing',
      { ...code, redirect_uri: undefined, code: 'x' },
      ['invalid_request', 'redirect_uri is required'],
    ],
    [
      'refresh_token missing',
      { grant_type: 'refresh_token' },
      ['invalid_request', 'refresh_token is required'],
    ],
    [
      'refresh_token unknown',
      { grant_type: 'refresh_token', refresh_token: 'x'.repeat(56) },
      ['invalid_grant', 'refresh_token is invalidate'],
    ],
  ])('%s', async (_what, fields, [error, error_description]) => {
    expect(await askTokens(server, fields)).toEqual({ status: 400, body: { error, error_description } })
  })

  test('a stopped app, a retired secret; while two secrets are live both do', async () => {
    const app = await addApp(server.ctx, { memberId: member.id })
    const id = { client_id: app.key, client_secret: app.secret }
    const wanted = {
      grant_type: 'authorization_code',
      code: 'x'.repeat(32),
      redirect_uri: 'https://a.example/',
    }
    const sealed = server.ctx.keys.seal('app-secret', Buffer.from('a second secret'))
    const created = { app_id: app.id, secret_sealed: sealed, created_at: new Date() }
    await server.db.insertInto('app_secrets').values(created).execute()
    server.ctx.caches.forget('app_secrets')
    for (const client_secret of [app.secret, 'a second secret']) {
      expect((await askTokens(server, { ...wanted, ...id, client_secret })).body.error).toBe('invalid_grant')
    }
    await server.db
      .updateTable('app_secrets')
      .set({ retires_at: new Date(Date.now() - 1000) })
      .where('secret_sealed', '<>', sealed)
      .where('app_id', '=', app.id)
      .execute()
    server.ctx.caches.forget('app_secrets')
    expect((await askTokens(server, { ...wanted, ...id })).body.error_description).toBe(
      'client_secret is invalidate',
    )
    await server.db.updateTable('apps').set({ status: 'stopped' }).where('id', '=', app.id).execute()
    server.ctx.caches.forget('apps')
    expect((await askTokens(server, { ...wanted, ...id })).body.error_description).toBe(
      'client_id is invalidate',
    )
  })

  test('another verb or body, a parameter twice, a broken Authorization', async () => {
    const url = `${server.url}/oauth/token`
    const refused = async (init: RequestInit, path = url) => {
      const response = await fetch(path, init)
      return [response.status, ((await response.json()) as { error: string }).error]
    }
    const bad = [400, 'invalid_request']
    expect(await refused({})).toEqual(bad)
    const json = { 'content-type': 'application/json' }
    expect(await refused({ method: 'POST', body: '{}', headers: json })).toEqual(bad)
    expect(
      await refused({ method: 'POST', body: new URLSearchParams({ code: 'x'.repeat(20_000) }) }),
    ).toEqual(bad)
    expect(await refused({ method: 'POST' }, `${url}?client_id=1&client_id=2`)).toEqual(bad)
    for (const authorization of ['Bearer x', 'Basic !', `Basic ${Buffer.from('a:%zz').toString('base64')}`]) {
      expect(await refused({ method: 'POST', headers: { authorization } })).toEqual(bad)
    }
  })

  test('after too many failures within a minute, until it is over, and for nobody else', async () => {
    const app = await addApp(server.ctx, { memberId: member.id })
    const wanted = { client_id: app.key, grant_type: 'refresh_token', refresh_token: 'x'.repeat(56) }
    const guess = () => askTokens(server, { ...wanted, client_secret: 'a guess' })
    const ask = () => askTokens(server, { ...wanted, client_secret: app.secret })
    for (let count = 0; count < 20; count++) expect((await guess()).body.error).toBe('invalid_client')
    const limited = { status: 400, body: { error: 'temporarily_unavailable', error_description: ban } }
    expect(await guess()).toEqual(limited)
    // The app itself is not held up by who knows its key alone.
    for (let count = 0; count < 200; count++) expect((await ask()).body.error).toBe('invalid_grant')
    expect(await ask()).toEqual(limited)
    expect((await redeem(server, await codeFor(server, member))).status).toBe(200)
    laterOnTheWall(MINUTE_MS + 5000)
    expect((await guess()).body.error).toBe('invalid_client')
    expect((await ask()).body.error).toBe('invalid_grant')
  })
})

const ban = expect.stringMatching(/^too many failures: this ban will last for \d+ more seconds$/)

test('nothing in the data tells a code or a token', async () => {
  const code = await codeFor(server, member)
  const { body } = await redeem(server, code)
  for (const table of ['oauth_codes', 'refresh_tokens', 'sessions', 'oauth_grants'] as const) {
    const text = JSON.stringify(await server.db.selectFrom(table).selectAll().execute(), (_, value) =>
      typeof value === 'bigint' ? String(value) : value,
    )
    for (const secret of [code, body.access_token, body.refresh_token]) expect(text).not.toContain(secret)
  }
})
