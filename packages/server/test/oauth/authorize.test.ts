import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addApp } from '../gateway/own-app.ts'
import { startTestServer, type TestServer } from '../setup/server.ts'
import { openTrade } from '../setup/trade.ts'
import {
  askUrl,
  decide,
  type Member,
  openMember,
  openPage,
  postForm,
  readForm,
  redeem,
  stateOf,
} from './walk.ts'

let server: TestServer
let member: Member

beforeAll(async () => {
  server = await startTestServer()
  member = await openMember(server, (await openTrade(server)).first.memberId)
})
afterAll(() => server.close())

/** Where a request is sent back to, as long as nobody had to be asked. */
async function sentBack(ask: Record<string, string | undefined>): Promise<URL> {
  const { response } = await openPage(askUrl(server, ask), member.cookie)
  expect(response.status).toBe(302)
  return new URL(response.headers.get('location') as string)
}

describe('the consent page', () => {
  test('names the app, its owner, the account, what it may do and for how long', async () => {
    const { response, text } = await openPage(askUrl(server), member.cookie)
    expect(response.status).toBe(200)
    for (const words of [
      ...[
        '演示服务商应用',
        server.demo.provider_app.key,
        '演示服务商',
        '演示推广者',
        'http://127.0.0.1:3000',
      ],
      ...['生成推广链接和淘口令', 'read your orders', '30天', '60 days'],
    ]) {
      expect(text).toContain(words)
    }
    const policy = response.headers.get('content-security-policy')
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("form-action 'self' http: https:;")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(response.headers.get('cache-control')).toBe('no-store')
  })

  test('says when an app holds no package, and escapes names', async () => {
    const app = await addApp(server.ctx, { memberId: member.id })
    await server.db.updateTable('apps').set({ name: '<b>"x"</b>' }).where('id', '=', app.id).execute()
    const redirect = { app_id: app.id, scheme: 'https', host: 'app.example.com', created_at: new Date() }
    await server.db.insertInto('app_redirects').values(redirect).execute()
    const ask = { client_id: app.key, redirect_uri: 'https://app.example.com/back', view: 'wap' }
    const { response, text } = await openPage(askUrl(server, ask), member.cookie)
    expect(response.headers.get('content-security-policy')).toContain("form-action 'self' https:;")
    expect(text).toContain('&lt;b&gt;&quot;x&quot;&lt;/b&gt;')
    expect(text).not.toContain('<b>')
    expect(text).toContain('还没有任何接口权限')
    expect(text).toContain('class="narrow"')
  })

  test('asks who is not signed in to do so first, and comes back to this very question', async () => {
    const { response } = await openPage(askUrl(server))
    expect(response.status).toBe(303)
    const location = new URL(response.headers.get('location') as string, server.url)
    expect([location.origin, location.pathname]).toEqual([server.url, '/sign-in'])
    expect(`${server.url}${location.searchParams.get('next')}`).toBe(askUrl(server))
  })

  test('offers a member who cannot authorise apps the way back alone', async () => {
    const { memberId } = (await openTrade(server)).second
    const merchant = await openMember(server, (await openTrade(server)).merchantId)
    const second = await openMember(server, memberId)
    await server.db.updateTable('members').set({ standing: 'suspended' }).where('id', '=', memberId).execute()
    server.ctx.caches.forget('members')
    for (const other of [merchant, second]) {
      const { response, text } = await openPage(askUrl(server), other.cookie)
      expect(response.status).toBe(403)
      expect(text).toContain('不能授权应用')
      expect(text).not.toContain('value="approve"')
      // Nor does a form that was made by hand.
      const back = await decide(server, other)
      expect(back.searchParams.get('error')).toBe('access_denied')
    }
  })
})

describe('the decision', () => {
  test('approved: a code and the state, by either address, with what the redirect_uri had', async () => {
    const back = await decide(server, member)
    expect(`${back.origin}${back.pathname}`).toBe('http://127.0.0.1:3000/callback')
    expect([...back.searchParams.keys()]).toEqual(['code', 'state'])
    expect(back.searchParams.get('state')).toBe('a state & more')
    const redirect_uri = 'http://localhost:8123/cb?site=1&x=%E6%8E%A8'
    const other = await decide(server, member, { ask: { redirect_uri, state: undefined } })
    expect(other.href).toMatch(/^http:\/\/localhost:8123\/cb\?site=1&x=%E6%8E%A8&code=[\w-]{32}$/)
    const code = other.searchParams.get('code') as string
    expect((await redeem(server, code, { redirect_uri })).status).toBe(200)
    const alias = askUrl(server).replace('/oauth/authorize', '/authorize')
    expect((await openPage(alias, member.cookie)).response.status).toBe(200)
  })

  test.each(['deny', '', 'nonsense'])('%j: access_denied with the state', async (decision) => {
    const back = await decide(server, member, { decision })
    expect(back.searchParams.get('error')).toBe('access_denied')
    expect(back.searchParams.get('state')).toBe('a state & more')
    expect(back.searchParams.has('code')).toBe(false)
  })

  test('is the member’s own: without the token, from another site, or by another member it is none', async () => {
    const { text } = await openPage(askUrl(server), member.cookie)
    const { action, csrf } = readForm(server, text)
    const { cookie } = member
    const approve = { csrf, decision: 'approve' }
    const other = await openMember(server, member.id)
    for (const [fields, headers] of [
      [{ decision: 'approve' }, { cookie }],
      [{ ...approve, csrf: '0'.repeat(64) }, { cookie }],
      [approve, { cookie: other.cookie }],
      [approve, { cookie, origin: 'https://evil.example' }],
      [approve, { cookie, 'sec-fetch-site': 'cross-site' }],
    ] as const) {
      const response = await postForm(action, fields, headers as Record<string, string>)
      expect(response.status).toBe(403)
      expect(response.headers.get('location')).toBeNull()
    }
    const nobody = await postForm(action, approve)
    expect([nobody.status, new URL(nobody.headers.get('location') as string, server.url).pathname]).toEqual([
      303,
      '/oauth/authorize',
    ])
    // A form cannot change what was asked.
    const turned = await postForm(action, { ...approve, redirect_uri: 'https://evil.example/' }, { cookie })
    expect(turned.headers.get('location')).toMatch(/^http:\/\/127\.0\.0\.1:3000\/callback\?code=/)
  })
})

describe('the client-side flow', () => {
  test('answers tokens in the fragment, signed with the app’s secret', async () => {
    const back = await decide(server, member, { ask: { response_type: 'token' } })
    expect(back.search).toBe('')
    const fields = new Map(new URLSearchParams(back.hash.slice(1)))
    const sign = fields.get('top_sign')
    fields.delete('top_sign')
    const base = [...fields]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, value]) => name + value)
      .join('')
    const { secret } = server.demo.provider_app
    expect(sign).toBe(createHash('md5').update(`${secret}${base}${secret}`).digest('hex').toUpperCase())
    expect(Object.fromEntries(fields)).toMatchObject({
      ...{ token_type: 'Bearer', expires_in: '2592000', re_expires_in: '5184000', w2_expires_in: '2592000' },
      ...{ taobao_user_nick: '演示推广者', taobao_user_id: String(member.id), state: 'a state & more' },
    })
    expect(await stateOf(server, fields.get('access_token') as string)).toBe('live')
  })

  test('may end at this server’s own page, which no code may', async () => {
    const redirect_uri = `${server.url}/oauth2?view=web`
    const back = await decide(server, member, { ask: { response_type: 'token', redirect_uri } })
    expect(back.href).toMatch(new RegExp(`^${server.url}/oauth2\\?view=web#access_token=6100`))
    expect((await openPage(redirect_uri)).response.status).toBe(200)
    const { key } = await addApp(server.ctx, { memberId: member.id })
    const isTaken = async (response_type: string) => {
      const url = askUrl(server, { client_id: key, redirect_uri, response_type })
      return (await openPage(url, member.cookie)).response.status === 200
    }
    expect([await isTaken('token'), await isTaken('code')]).toEqual([true, false])
  })

  test('denied, and refused, in the fragment too', async () => {
    const ask = { response_type: 'token' }
    const back = await decide(server, member, { ask, decision: 'deny' })
    expect(new URLSearchParams(back.hash.slice(1)).get('error')).toBe('access_denied')
    const code_challenge = 'x'.repeat(43)
    const refused = await sentBack({ ...ask, code_challenge, code_challenge_method: 'S256' })
    expect(new URLSearchParams(refused.hash.slice(1)).get('error')).toBe('invalid_request')
  })
})

describe('sent back with an error and the state', () => {
  test.each([
    ['no response_type', { response_type: undefined }, ['invalid_request', 'response_type is required']],
    [
      'another response_type',
      { response_type: 'id_token' },
      ['unsupported_response_type', 'response_type: code or token expected'],
    ],
    [
      'a plain challenge',
      { code_challenge: 'x'.repeat(43) },
      ['invalid_request', 'code_challenge_method: S256 expected'],
    ],
    [
      'a challenge that is none',
      { code_challenge: 'x', code_challenge_method: 'S256' },
      ['invalid_request', 'code_challenge: 43 characters expected'],
    ],
  ])('%s', async (_what, ask, [error, error_description]) => {
    const back = await sentBack(ask)
    expect(`${back.origin}${back.pathname}`).toBe('http://127.0.0.1:3000/callback')
    expect(Object.fromEntries(back.searchParams)).toEqual({
      error,
      error_description,
      state: 'a state & more',
    })
  })
})

describe('answered by a page that leads nowhere', () => {
  const callback = 'http://127.0.0.1:3000/callback'
  test.each<[string, Record<string, string | undefined>, string]>([
    ['no client_id', { client_id: undefined }, 'client_id is invalidate'],
    ['an unknown client_id', { client_id: '404' }, 'client_id is invalidate'],
    ['a hostile client_id', { client_id: '<script>' }, 'client_id is invalidate'],
    ['no redirect_uri', { redirect_uri: undefined }, 'redirect_uri is invalidate'],
    ['a long state', { state: 'x'.repeat(1025) }, 'state: at most'],
    ...[
      'https://evil.example/callback',
      '//evil.example/callback',
      '/callback',
      'javascript:alert(1)',
      'data:text/html,x',
      'https://127.0.0.1:3000/callback',
      'http://127.0.0.1.evil.example/callback',
      'http://evil.example/127.0.0.1:3000',
      'http://127.0.0.1:3000@evil.example/callback',
      'http://user@127.0.0.1:3000/callback',
      'http://evil.example#@127.0.0.1:3000/',
      'http://evil.example\\@127.0.0.1:3000/callback',
      'http://127.0.0.1:3000\\.evil.example/',
      'http:127.0.0.1:3000/callback',
      'http:///127.0.0.1:3000/callback',
      'http://127.0.0.1:3000/callback#fragment',
      'http://127.0.0.1:3000/call\nback',
      'http://127.0.0.1:3000/call\tback',
      ' http://127.0.0.1:3000/callback',
      'http://127.0.0.1:3000/回调',
      'http://127.0.0.2:3000/callback',
      'http://2130706433:3000/callback',
      'http://[::1]:3000/callback',
      'http://0.0.0.0:3000/callback',
      'http://LOCALHOST.evil.example/',
      'http://127.0.0.1:99999/callback',
      `${callback}?code=mine`,
      `${callback}?state=mine`,
      `${callback}?x=${'x'.repeat(1024)}`,
    ].map((redirect_uri): [string, Record<string, string>, string] => [
      `redirect_uri ${JSON.stringify(redirect_uri.slice(0, 60))}`,
      { redirect_uri },
      'redirect_uri is invalidate',
    ]),
  ])('%s', async (_what, ask, words) => {
    for (const cookie of ['', member.cookie]) {
      const { response, text } = await openPage(askUrl(server, ask), cookie)
      expect([response.status, response.headers.get('location')]).toEqual([400, null])
      expect(text).toContain(words)
      expect(text).not.toMatch(/<script>|<form|evil\.example/)
    }
  })

  test('a parameter twice, a stopped app', async () => {
    const twice = await openPage(`${askUrl(server)}&redirect_uri=https://evil.example/`, member.cookie)
    expect(twice.response.status).toBe(400)
    const app = await addApp(server.ctx, { memberId: member.id, isStopped: true })
    const redirect = { app_id: app.id, scheme: 'https', host: 'app.example.com', created_at: new Date() }
    await server.db.insertInto('app_redirects').values(redirect).execute()
    const ask = { client_id: app.key, redirect_uri: 'https://app.example.com/' }
    expect((await openPage(askUrl(server, ask), member.cookie)).text).toContain('client_id is invalidate')
  })
})
