import {
  AuthorizationResponseError,
  allowInsecureRequests,
  authorizationCodeGrantRequest,
  type Client,
  ClientSecretBasic,
  ClientSecretPost,
  calculatePKCECodeChallenge,
  generateRandomCodeVerifier,
  generateRandomState,
  None,
  processAuthorizationCodeResponse,
  processRefreshTokenResponse,
  ResponseBodyError,
  refreshTokenGrantRequest,
  validateAuthResponse,
} from 'oauth4webapi'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestServer, type TestServer } from '../setup/server.ts'
import { openTrade } from '../setup/trade.ts'
import { decide, type Member, openMember, stateOf } from './walk.ts'

const redirectUri = 'http://localhost:5123/oauth/callback'
const insecure = { [allowInsecureRequests]: true }

let server: TestServer
let member: Member

beforeAll(async () => {
  server = await startTestServer()
  member = await openMember(server, (await openTrade(server)).first.memberId)
})
afterAll(() => server.close())

const provider = () => ({
  issuer: server.url,
  authorization_endpoint: `${server.url}/oauth/authorize`,
  token_endpoint: `${server.url}/oauth/token`,
})

test.each([
  ['in the form', ClientSecretPost],
  ['as Basic', ClientSecretBasic],
])(
  'oauth4webapi walks through consent, code with PKCE, tokens and refresh, its secret %s',
  async (_how, auth) => {
    const { key, secret } = server.demo.provider_app
    const client: Client = { client_id: key }
    const [verifier, state] = [generateRandomCodeVerifier(), generateRandomState()]
    const back = await decide(server, member, {
      ask: {
        redirect_uri: redirectUri,
        state,
        code_challenge: await calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      },
    })
    const params = validateAuthResponse(provider(), client, back, state)
    const response = await authorizationCodeGrantRequest(
      ...([provider(), client, auth(secret), params, redirectUri, verifier, insecure] as const),
    )
    const tokens = await processAuthorizationCodeResponse(provider(), client, response)
    expect(tokens.expires_in).toBe(2_592_000)
    expect(await stateOf(server, tokens.access_token)).toBe('live')

    const refreshing = await refreshTokenGrantRequest(
      ...([provider(), client, auth(secret), tokens.refresh_token as string, insecure] as const),
    )
    const next = await processRefreshTokenResponse(provider(), client, refreshing)
    expect(await stateOf(server, next.access_token)).toBe('live')
  },
)

test('it reads the refusals: a denied authorisation, a wrong secret', async () => {
  const client: Client = { client_id: server.demo.provider_app.key }
  const denied = await decide(server, member, { ask: { redirect_uri: redirectUri }, decision: 'deny' })
  expect(() => validateAuthResponse(provider(), client, denied, 'a state & more')).toThrow(
    AuthorizationResponseError,
  )

  const back = await decide(server, member, { ask: { redirect_uri: redirectUri } })
  const params = validateAuthResponse(provider(), client, back, 'a state & more')
  const wrong = [
    provider(),
    client,
    ClientSecretPost('wrong'),
    params,
    redirectUri,
    'x'.repeat(43),
    insecure,
  ] as const
  const response = await authorizationCodeGrantRequest(...wrong)
  const refused = processAuthorizationCodeResponse(provider(), client, response)
  await expect(refused).rejects.toBeInstanceOf(ResponseBodyError)
  await expect(refused).rejects.toMatchObject({ error: 'invalid_client', status: 400 })

  // A public client is none of ours.
  const open = await authorizationCodeGrantRequest(
    ...([provider(), client, None(), params, redirectUri, 'x'.repeat(43), insecure] as const),
  )
  await expect(processAuthorizationCodeResponse(provider(), client, open)).rejects.toMatchObject({
    error: 'invalid_request',
  })
})
