import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestServer, type TestServer } from '../setup/server.ts'
import { openTrade } from '../setup/trade.ts'
import { type Member, openMember } from './walk.ts'

let server: TestServer
let member: Member

beforeAll(async () => {
  server = await startTestServer()
  member = await openMember(server, (await openTrade(server)).first.memberId)
})
afterAll(() => server.close())

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom('', '\0', '%', '%ff', '../..'),
)
const address = fc
  .array(
    fc.constantFrom(
      ...[
        'http://',
        'https://',
        '//',
        '/',
        '\\',
        '127.0.0.1',
        'localhost',
        ':3000',
        '@',
        '#',
        '?',
        'evil.example',
      ],
      ...['.', '%2e', '%00', '\t', '\r\n', ' ', '[::1]', 'javascript:', '&', ';', '/callback'],
    ),
    { maxLength: 7 },
  )
  .map((parts) => parts.join(''))

const ask = fc.record(
  {
    client_id: fc.oneof(text, fc.constant('12630102')),
    redirect_uri: fc.oneof(
      text,
      address,
      address.map((rest) => `http://127.0.0.1${rest}`),
    ),
    response_type: fc.oneof(text, fc.constantFrom('code', 'token')),
    state: text,
    view: text,
    code_challenge: text,
    code_challenge_method: fc.oneof(text, fc.constant('S256')),
    decision: fc.oneof(text, fc.constantFrom('approve', 'deny')),
    csrf: text,
    grant_type: fc.oneof(text, fc.constantFrom('authorization_code', 'refresh_token')),
    client_secret: text,
    code: text,
    refresh_token: text,
    code_verifier: text,
  },
  { requiredKeys: [] },
)
const path = fc.constantFrom(
  '/oauth/authorize',
  '/authorize',
  '/oauth/token',
  '/token',
  '/oauth/logoff',
  '/oauth2',
)

test('whatever is asked, no door fails, and none leads to another site', async () => {
  await fc.assert(
    fc.asyncProperty(path, ask, fc.boolean(), async (door, fields, isForm) => {
      const params = new URLSearchParams(fields as Record<string, string>)
      // Sign-outs would end the walk.
      const cookie = door.includes('log') ? '' : member.cookie
      const init = { headers: { cookie }, redirect: 'manual' } as const
      const asked = `${server.url}${door}?${params}`
      // A consent's question is in the address; tokens are asked for by either.
      const posted = door.endsWith('token')
        ? { url: `${server.url}${door}`, body: params }
        : { url: asked, body: '' }
      const response = isForm
        ? await fetch(posted.url, { ...init, method: 'POST', body: new URLSearchParams(posted.body) })
        : await fetch(asked, init)
      expect(response.status).toBeLessThan(500)
      const location = response.headers.get('location')
      if (location === null) return
      const to = new URL(location, server.url)
      expect(['127.0.0.1', 'localhost']).toContain(to.hostname)
      expect([to.username, to.password]).toEqual(['', ''])
    }),
    { numRuns: 600 },
  )
}, 60_000)
