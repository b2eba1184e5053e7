import { createHash, randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestServer, type TestServer, type Wire } from '../setup/server.ts'
import { openTrade } from '../setup/trade.ts'
import { codeFor, type Member, openMember, redeem, refresh, stateOf } from './walk.ts'

let server: TestServer
let member: Member

beforeAll(async () => {
  server = await startTestServer()
  member = await openMember(server, (await openTrade(server)).first.memberId)
})
afterAll(() => server.close())

/** A signed call of the provider's app: the fields of token_result, or the error. */
async function ask(
  method: string,
  params: Record<string, string>,
  app = server.demo.provider_app,
): Promise<Wire> {
  const answer = await server.call(`taobao.top.auth.token.${method}`, params, { app })
  const result = answer[`top_auth_token_${method}_response`]?.token_result
  return result === undefined ? answer.error_response : JSON.parse(result)
}

const noCode = { code: 15, sub_code: 'isv.invalid-parameter:code' }
const noToken = { code: 15, sub_code: 'isv.invalid-parameter:refresh_token' }

test('taobao.top.auth.token.create answers what /oauth/token does, as text', async () => {
  const code = await codeFor(server, member)
  const tokens = await ask('create', { code, uuid: 'device' })
  const { body } = await redeem(server, await codeFor(server, member))
  expect(Object.keys(tokens)).toEqual(Object.keys(body))
  expect(tokens).toMatchObject({ taobao_open_uid: body.taobao_open_uid, expires_in: 2_592_000 })
  expect(await stateOf(server, tokens.access_token)).toBe('live')
  expect(await ask('create', { code })).toMatchObject(noCode)
  expect((await redeem(server, code)).body.error_description).toBe('authorize code expire')
})

test('taobao.top.auth.token.refresh rotates, in one family with /oauth/token', async () => {
  const first = await ask('create', { code: await codeFor(server, member) })
  const second = await ask('refresh', { refresh_token: first.refresh_token })
  const third = (await refresh(server, second.refresh_token)).body
  expect(await stateOf(server, third.access_token)).toBe('live')
  expect(await ask('refresh', { refresh_token: first.refresh_token })).toMatchObject(noToken)
  expect(await stateOf(server, third.access_token)).toBe('invalid-sessionkey')
})

test('what is not this app’s, unknown, or asked with a challenge is refused', async () => {
  const code = await codeFor(server, member)
  const { refresh_token } = await ask('create', { code: await codeFor(server, member) })
  const other = { ...server.demo.app, session: '' }
  expect(await ask('create', { code }, other)).toMatchObject(noCode)
  expect(await ask('refresh', { refresh_token }, other)).toMatchObject(noToken)
  expect(await ask('create', { code: 'x'.repeat(32) })).toMatchObject(noCode)
  expect(await ask('refresh', { refresh_token: 'x'.repeat(56) })).toMatchObject(noToken)
  expect(await ask('create', {})).toMatchObject({ code: 40, msg: 'Missing required arguments:code' })

  const verifier = randomBytes(32).toString('base64url')
  const code_challenge = createHash('sha256').update(verifier).digest('base64url')
  const guarded = await codeFor(server, member, { code_challenge, code_challenge_method: 'S256' })
  expect(await ask('create', { code: guarded })).toMatchObject({
    ...noCode,
    sub_msg: expect.stringContaining('code_challenge'),
  })
  expect((await redeem(server, guarded, { code_verifier: verifier })).status).toBe(200)
})
