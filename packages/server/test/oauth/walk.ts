import { randomBytes } from 'node:crypto'
import type { TestServer, Wire } from '../setup/server.ts'

/** A member's browser: its cookie, and what it was last shown. */
export type Member = { id: bigint; cookie: string }

export type Ask = Readonly<Record<string, string | undefined>>

/** Signs a member in, as the sign-in page would, without the cost of a password. */
export async function openMember(server: TestServer, memberId: bigint): Promise<Member> {
  const token = randomBytes(32).toString('hex')
  const { db, ctx } = server
  const now = new Date()
  await db
    .insertInto('accounts')
    .values({
      member_id: memberId,
      email: `${memberId}@members.example`,
      login_name: `member${memberId}`,
      password_hash: 'none opens it',
      created_at: now,
      password_changed_at: now,
    })
    .onConflict((conflict) => conflict.column('member_id').doNothing())
    .execute()
  await db
    .insertInto('sign_ins')
    .values({
      token_hash: ctx.keys.mac('sign-in-token', token),
      member_id: memberId,
      created_at: now,
      last_seen_at: now,
      expires_at: new Date(now.getTime() + 86_400_000),
      address_hash: Buffer.alloc(32),
      agent_hash: Buffer.alloc(32),
    })
    .execute()
  return { id: memberId, cookie: `sign_in=${token}` }
}

/** The address to which the provider's app sends a browser. `undefined` leaves a parameter out. */
export function askUrl(server: TestServer, ask: Ask = {}): string {
  const params = {
    response_type: 'code',
    client_id: server.demo.provider_app.key,
    redirect_uri: 'http://127.0.0.1:3000/callback',
    state: 'a state & more',
    ...ask,
  }
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(params)) if (value !== undefined) query.set(name, value)
  return `${server.url}/oauth/authorize?${query}`
}

export async function openPage(url: string, cookie = ''): Promise<{ response: Response; text: string }> {
  const response = await fetch(url, { headers: { cookie }, redirect: 'manual' })
  return { response, text: await response.text() }
}

/** The form of a consent page: where it goes, and what makes it this member's. */
export function readForm(server: TestServer, text: string): { action: string; csrf: string } {
  const plain = (part: string) => part.replaceAll('&amp;', '&').replaceAll('&#39;', "'")
  const action = /<form method="post" action="([^"]+)"/.exec(text)?.[1]
  const csrf = /name="csrf" value="([0-9a-f]+)"/.exec(text)?.[1]
  if (!action || !csrf) throw new Error(`no form: ${text}`)
  return { action: `${server.url}${plain(action)}`, csrf }
}

/** Presses a button of the consent page; answers where the browser is sent. */
export async function decide(
  server: TestServer,
  member: Member,
  { ask = {}, decision = 'approve' }: { ask?: Ask; decision?: string } = {},
): Promise<URL> {
  const { text } = await openPage(askUrl(server, ask), member.cookie)
  const { action, csrf } = readForm(server, text)
  const response = await postForm(action, { csrf, decision }, { cookie: member.cookie, origin: server.url })
  if (response.status !== 302) throw new Error(`the decision was answered ${response.status}`)
  return new URL(response.headers.get('location') as string)
}

export function postForm(
  url: string,
  fields: Ask,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) body.set(name, value)
  return fetch(url, { method: 'POST', body, headers, redirect: 'manual' })
}

export async function codeFor(server: TestServer, member: Member, ask: Ask = {}): Promise<string> {
  return (await decide(server, member, { ask })).searchParams.get('code') as string
}

export type TokenAnswer = { status: number; body: Wire }

/** Asks for tokens as the provider's app, with whatever is to be different. */
export async function askTokens(server: TestServer, fields: Ask): Promise<TokenAnswer> {
  const { key, secret } = server.demo.provider_app
  const response = await postForm(`${server.url}/oauth/token`, {
    client_id: key,
    client_secret: secret,
    ...fields,
  })
  return { status: response.status, body: await response.json() }
}

export function redeem(server: TestServer, code: string, fields: Ask = {}): Promise<TokenAnswer> {
  const redirect_uri = 'http://127.0.0.1:3000/callback'
  return askTokens(server, { grant_type: 'authorization_code', code, redirect_uri, ...fields })
}

export function refresh(server: TestServer, token: string, fields: Ask = {}): Promise<TokenAnswer> {
  return askTokens(server, { grant_type: 'refresh_token', refresh_token: token, ...fields })
}

/** What a call with this session answers: 'live', or the sub_code of its refusal. */
export async function stateOf(server: TestServer, session: string): Promise<string> {
  const params = { site_id: server.demo.pid.split('_')[2] }
  const answer = await server.call('taobao.tbk.sc.adzone.query', params, { session })
  return answer.error_response?.sub_code ?? 'live'
}
