import { expect } from 'vitest'
import { Browser } from '../accounts/browser.ts'
import { type Answer, askAsOperator } from '../sandbox/operator.ts'
import { startTestServer, type TestServer, type Wire } from '../setup/server.ts'

/** A network with two publishers who are signed in, and the operator. */
export type SiteNetwork = {
  server: TestServer
  owner: Browser
  other: Browser
  /** An operator's door under /admin/v1. */
  operate(path: string, body?: unknown): Promise<Answer>
}

export async function startSiteNetwork(
  options: Parameters<typeof startTestServer>[0] = {},
): Promise<SiteNetwork> {
  const server = await startTestServer(options)
  return {
    server,
    owner: await signedIn(server, 'publisher'),
    other: await signedIn(server, 'second'),
    operate: (path, body) => askAsOperator(server, `/admin/v1${path}`, body === undefined ? {} : { body }),
  }
}

export async function signedIn({ url }: TestServer, login: string): Promise<Browser> {
  const browser = new Browser(url)
  expect((await browser.signIn(login)).status).toBe(200)
  return browser
}

let count = 0

/** What an owner files, by default a website of its own host. */
export function filing(fields: Wire = {}): Wire {
  count++
  return {
    kind: 'website',
    name: '省钱日记',
    address: `https://site${count}.example.org/`,
    category: '导购',
    ...fields,
  }
}

export async function fileOne({ owner }: SiteNetwork, fields: Wire = {}): Promise<Wire> {
  const answer = await owner.post('/account/v1/sites', filing(fields))
  expect(answer).toMatchObject({ status: 201, body: { status: 'filed' } })
  return answer.body
}

export async function approve({ operate }: SiteNetwork, { id }: Wire, fields: Wire = {}): Promise<Wire> {
  const review = { decision: 'approve', reason: '资料属实', owner_attested: true, ...fields }
  const answer = await operate(`/sites/${id}/review`, review)
  expect(answer).toMatchObject({ status: 200, body: { id, status: 'approved' } })
  return answer.body
}

/** A site as operators see it. */
export async function show({ operate }: SiteNetwork, { id }: Wire): Promise<Wire> {
  return (await operate(`/sites/${id}`)).body
}

export async function advance({ server }: SiteNetwork, text: string): Promise<void> {
  const { status } = await askAsOperator(server, '/sandbox/clock', { body: { advance: text } })
  expect(status).toBe(200)
}

/** The titles of what the owner was told, the newest first. */
export async function told({ owner }: SiteNetwork): Promise<{ kind: string; zh: string; en: string }[]> {
  const { notices } = (await owner.get('/account/v1/notices?limit=100')).body
  return notices.map((one: Wire) => ({ kind: one.kind, ...one.body }))
}

/** The audit log of a site, the oldest line first. */
export async function decisions({ server }: SiteNetwork, { id }: Wire): Promise<Wire[]> {
  const query = server.db.selectFrom('decisions').selectAll().where('site_id', '=', BigInt(id))
  return query.orderBy('id').execute()
}
