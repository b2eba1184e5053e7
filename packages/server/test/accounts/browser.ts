import { vi } from 'vitest'
import type { TestServer, Wire } from '../setup/server.ts'
import { demoLogin } from './demo-login.ts'

export type Answer = { status: number; body: Wire; headers: Headers }

/** Keeps cookies and the token against forged requests, as a page of the console would. */
export class Browser {
  readonly url: string
  readonly agent: string
  cookie = ''
  csrf = ''

  constructor(url: string, agent = 'a browser') {
    this.url = url
    this.agent = agent
  }

  async get(path: string): Promise<Answer> {
    return this.#ask(path, { method: 'GET' })
  }

  async post(path: string, body: unknown = {}, headers: Record<string, string> = {}): Promise<Answer> {
    return this.#ask(path, {
      method: 'POST',
      body: typeof body === 'string' ? body : JSON.stringify(body),
      headers: {
        'content-type': 'application/json',
        ...(this.csrf && { 'x-csrf-token': this.csrf }),
        ...headers,
      },
    })
  }

  /** A posted form; the answer's body is the page's text. */
  async submit(path: string, fields: Record<string, string>, headers: Record<string, string> = {}) {
    return this.#ask(path, { method: 'POST', body: new URLSearchParams(fields), headers })
  }

  async signIn(login: string, password = demoLogin(login).password): Promise<Answer> {
    const answer = await this.post('/account/v1/sign-in', { login, password })
    if (answer.body.csrf_token) this.csrf = answer.body.csrf_token
    return answer
  }

  async #ask(path: string, init: RequestInit): Promise<Answer> {
    const headers = {
      'user-agent': this.agent,
      ...(this.cookie && { cookie: this.cookie }),
      ...init.headers,
    }
    const response = await fetch(`${this.url}${path}`, { ...init, headers, redirect: 'manual' })
    const set = response.headers.get('set-cookie')
    if (set) this.cookie = set.split(';')[0]?.replace(/=$/, '=') as string
    const text = await response.text()
    const isJson = response.headers.get('content-type')?.includes('json')
    return { status: response.status, body: isJson ? JSON.parse(text) : text, headers: response.headers }
  }
}

/** Sets the server's wall clock ahead; `vi.restoreAllMocks()` sets it right again. */
export function moveWall(server: Pick<TestServer, 'ctx'>, ms: number): void {
  vi.spyOn(server.ctx.clock, 'wall').mockImplementation(() => new Date(Date.now() + ms))
}

/** Every address and name begins anew. */
export async function forgetFailures(server: Pick<TestServer, 'ctx'>): Promise<void> {
  await server.ctx.store.read.deleteFrom('sign_in_failures').execute()
}

export type OutboxMail = { to: string; subject: string; text: string; state: string }

/** The mails to an address, the newest first, as an operator of the sandbox sees them. */
export async function mailsTo(server: TestServer, to: string): Promise<OutboxMail[]> {
  const headers = { authorization: `Bearer ${server.demo.operator.token}` }
  const response = await fetch(`${server.url}/sandbox/outbox`, { headers })
  const { mails } = (await response.json()) as { mails: OutboxMail[] }
  return mails.filter((mail) => mail.to === to)
}

/** The token in a mail's link. */
export function tokenIn(mail: OutboxMail | undefined): string {
  return /token=([0-9a-f]{64})/.exec(mail?.text ?? '')?.[1] ?? ''
}
