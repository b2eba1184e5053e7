import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Wire } from '../setup/server.ts'
import { openTrade } from '../setup/trade.ts'
import {
  advance,
  approve,
  decisions,
  fileOne,
  filing,
  type SiteNetwork,
  show,
  signedIn,
  startSiteNetwork,
  told,
} from './site-network.ts'

let network: SiteNetwork

beforeAll(async () => {
  network = await startSiteNetwork()
})
afterAll(() => network.server.close())

const own = (path: string, body?: unknown) =>
  body === undefined
    ? network.owner.get(`/account/v1/sites${path}`)
    : network.owner.post(`/account/v1/sites${path}`, body)
const operate = (path: string, body?: unknown) => network.operate(`/sites${path}`, body)
const refusal = (field: string, words?: string) => ({
  status: 400,
  body: { field, error: words ? `${field}: ${words}` : expect.stringMatching(`^${field}: `) },
})

describe('from filing to the end', () => {
  let site: Wire

  test('a filed site waits for its review', async () => {
    const fields = { name: ' 省钱日记 ', address: 'HTTPS://WWW.Sheng.Example/a', category: '返利' }
    site = await fileOne(network, fields)
    expect(site).toMatchObject({
      ...filing(fields),
      name: '省钱日记',
      address: 'https://www.sheng.example/a',
      review_reason: null,
      owner_attested_at: null,
    })
    const queue = (await operate('?status=filed')).body.sites
    expect(queue).toEqual([site])
    expect((await own('')).body.sites.map((one: Wire) => one.id)).toContain(site.id)
    expect((await own(`/${site.id}`)).body.component_url).toBe(
      `${network.server.url}/component.js?site=${site.id}`,
    )
  })

  test('refused, it is changed and filed again, and what was found of it is open again', async () => {
    const review = { decision: 'refuse', reason: '无法打开', owner_attested: true, category: '入口' }
    const refused = await operate(`/${site.id}/review`, review)
    expect(refused.body).toMatchObject({ status: 'refused', review_reason: '无法打开', category: '入口' })
    expect(refused.body.owner_attested_at).not.toBeNull()
    expect((await told(network))[0]).toMatchObject({
      kind: 'site.refuse',
      zh: expect.stringContaining('原因：无法打开'),
    })
    const wanted = filing({ category: '比价' })
    const again = await own(`/${site.id}/refile`, wanted)
    expect(again.body).toMatchObject({ ...wanted, id: site.id, status: 'filed', review_reason: null })
    expect(again.body.owner_attested_at).toBeNull()
    expect(await own(`/${site.id}/refile`, wanted)).toMatchObject(
      refusal('id', 'it is filed: only a refused site is filed again'),
    )
  })

  test('it is approved once its ownership is attested', async () => {
    const review = { decision: 'approve', reason: '资料属实' }
    expect(await operate(`/${site.id}/review`, review)).toMatchObject(refusal('owner_attested'))
    expect(await show(network, site)).toMatchObject({ status: 'filed' })
    const approved = await approve(network, site, { is_platform: true, component_attested: true })
    expect(approved).toMatchObject({ is_platform: true, category: '比价', review_reason: '资料属实' })
    expect(approved.component_attested_at).not.toBeNull()
    expect((await told(network))[0]?.kind).toBe('site.approve')
    const mails = await network.server.db.selectFrom('outbox_mails').select('subject').execute()
    expect(mails.map((mail) => mail.subject)).toContain('媒体备案已通过 / Your site was approved')
    const again = { ...review, owner_attested: true }
    expect(await operate(`/${site.id}/review`, again)).toMatchObject(refusal('id', 'it is approved already'))
  })

  test('a reviewer finds it to be something else', async () => {
    const traits = { category: '代购', component_attested: false, reason: '复核' }
    const { body } = await operate(`/${site.id}/traits`, traits)
    expect(body).toMatchObject({ category: '代购', is_platform: true, component_attested_at: null })
    const line = (await decisions(network, site)).at(-1)
    expect(line).toMatchObject({
      kind: 'site.traits',
      reason: '复核',
      figures: {
        before: { category: '比价', is_platform: true, component_attested: true },
        after: { category: '代购', is_platform: true, component_attested: false },
      },
    })
    expect(await operate(`/${site.id}/traits`, { reason: '复核' })).toMatchObject(refusal('category'))
  })

  test('it is taken out, and stays out', async () => {
    const { body } = await operate(`/${site.id}/withdraw`, { reason: '停止运营' })
    expect(body).toMatchObject({ status: 'withdrawn', review_reason: '停止运营' })
    expect((await told(network))[0]?.kind).toBe('site.withdraw')
    for (const [path, field] of [
      ['withdraw', { reason: '停止运营' }],
      ['traits', { reason: '复核', is_platform: false }],
      ['review', { decision: 'refuse', reason: '复核' }],
    ] as const)
      expect(await operate(`/${site.id}/${path}`, field)).toMatchObject(refusal('id'))
    expect(await own(`/${site.id}/close`, {})).toMatchObject(refusal('id', 'it is withdrawn already'))
    expect(await own(`/${site.id}/refile`, filing())).toMatchObject(refusal('id'))
  })

  test('every step is in the audit log, with who took it and from what', async () => {
    const lines = await decisions(network, site)
    expect(lines.map((line) => [line.kind, line.made_by])).toEqual([
      ['site.file', 'member'],
      ['site.refuse', 'operator'],
      ['site.refile', 'member'],
      ['site.approve', 'operator'],
      ['site.traits', 'operator'],
      ['site.withdraw', 'operator'],
    ])
    for (const line of lines) expect(line.operator_id === null).toBe(line.made_by === 'member')
    expect(lines[3]?.figures).toMatchObject({ category: '比价', points: 0, component_seen_at: null })
  })
})

test('an adzone is for an approved site alone', async () => {
  const { server, owner } = network
  const site = await fileOne(network)
  const ask = async () => (await owner.post('/account/v1/adzones', { site_id: site.id, name: '首页' })).status
  expect(await ask()).not.toBe(201)
  await approve(network, site)
  await expect.poll(ask).toBe(201)
  expect((await own(`/${site.id}/close`, {})).body.status).toBe('withdrawn')
  await expect.poll(ask).not.toBe(201)
  expect((await decisions({ ...network, server }, site)).at(-1)).toMatchObject({
    kind: 'site.close',
    made_by: 'member',
    figures: { status: 'approved' },
  })
})

test('two reviewers at once: one decides', async () => {
  const site = await fileOne(network)
  const review = (decision: string) =>
    operate(`/${site.id}/review`, { decision, reason: '审核', owner_attested: true })
  const answers = await Promise.all([review('approve'), review('refuse'), review('refuse')])
  expect(answers.map((answer) => answer.status).sort()).toEqual([200, 400, 400])
  const kinds = (await decisions(network, site)).map((line) => line.kind)
  expect(kinds).toHaveLength(2)
})

describe('another member’s site answers like one that there is not', () => {
  test.each([
    ['', undefined],
    ['/reports', undefined],
    ['/refile', filing()],
    ['/close', {}],
    ['/reports', { kind: 'downloads', value: 1, note: '应用市场' }],
  ])('%s %j', async (path, body) => {
    const site = await fileOne(network)
    const ask = (id: string) =>
      body === undefined
        ? network.other.get(`/account/v1/sites/${id}${path}`)
        : network.other.post(`/account/v1/sites/${id}${path}`, body)
    const before = await show(network, site)
    const [foreign, unknown] = [await ask(site.id), await ask('999999999')]
    expect(foreign.status).toBe(404)
    expect([foreign.status, foreign.body]).toEqual([unknown.status, unknown.body])
    expect(await show(network, site)).toEqual(before)
  })

  test('and is in no list of theirs', async () => {
    const site = await fileOne(network)
    const { sites } = (await network.other.get('/account/v1/sites')).body
    expect(sites.map((one: Wire) => one.id)).not.toContain(site.id)
    expect(sites.length).toBeGreaterThan(0)
  })
})

describe('what is refused by its name', () => {
  test.each([
    [{ kind: 'shop' }, 'kind'],
    [{ name: '  ' }, 'name'],
    [{ name: '长'.repeat(65) }, 'name'],
    [{ category: '其它' }, 'category'],
    [{ address: 'ftp://a.example' }, 'address'],
    [{ address: 'javascript:alert(1)' }, 'address'],
    [{ address: 'https://user:secret@a.example' }, 'address'],
    [{ address: 'https://com' }, 'address'],
    [{ address: 'com.example.app' }, 'address'],
    [{ kind: 'app', address: 'one' }, 'address'],
    [{ kind: 'channel', address: '公众号' }, 'address'],
    [{ status: 'approved' }, 'status'],
  ])('%j', async (fields, field) => {
    expect(await own('', filing(fields))).toMatchObject(refusal(field))
  })

  test.each([
    ['/review', { decision: 'maybe', reason: '好' }, 'decision'],
    ['/review', { decision: 'refuse', reason: ' ' }, 'reason'],
    ['/review', { decision: 'approve', owner_attested: true }, 'reason'],
    ['/traits', { category: '其它', reason: '好' }, 'category'],
    ['/withdraw', {}, 'reason'],
  ])('%s %j', async (path, body, field) => {
    const site = await fileOne(network)
    expect(await operate(`/${site.id}${path}`, body)).toMatchObject(refusal(field))
  })

  test('what there is not', async () => {
    const review = { decision: 'refuse', reason: '好' }
    for (const id of ['999', '0', 'x', '9999999999999999999']) {
      expect((await operate(`/${id}`)).status).toBe(404)
      expect((await operate(`/${id}/review`, review)).status).toBe(404)
      expect((await operate(`/${id}/points`)).status).toBe(404)
    }
  })

  test('a second filing of the same address, until the first one is out', async () => {
    const fields = filing({ address: 'https://Twice.Example.org' })
    const { body } = await own('', fields)
    const same = { ...fields, address: 'https://twice.example.org/' }
    expect(await own('', same)).toMatchObject(refusal('address'))
    await own(`/${body.id}/close`, {})
    expect((await own('', same)).status).toBe(201)
  })

  test('members who are no publishers, and suspended ones', async () => {
    const provider = await signedIn(network.server, 'provider')
    expect(await provider.post('/account/v1/sites', filing())).toMatchObject(refusal('member'))
    const { second } = await openTrade(network.server)
    const setStanding = (standing: string) =>
      network.server.db.updateTable('members').set({ standing }).where('id', '=', second.memberId).execute()
    const { id } = (await network.other.post('/account/v1/sites', filing())).body
    await operate(`/${id}/review`, { decision: 'refuse', reason: '无法打开' })
    await setStanding('suspended')
    for (const path of ['', `/${id}/refile`])
      expect(await network.other.post(`/account/v1/sites${path}`, filing())).toMatchObject(refusal('member'))
    expect((await operate(`?member_id=${second.memberId}&status=filed`)).body.sites).toEqual([])
    await setStanding('good')
    expect((await network.other.post(`/account/v1/sites/${id}/refile`, filing())).status).toBe(200)
  })

  test('the hundred and first site, also when many come at once', async () => {
    const { second } = await openTrade(network.server)
    const count = async () => (await operate(`?member_id=${second.memberId}&limit=200`)).body.sites.length
    const missing = 99 - (await count())
    for (let at = 0; at < missing; at++) await network.other.post('/account/v1/sites', filing())
    const many = [1, 2, 3, 4].map(() => network.other.post('/account/v1/sites', filing()))
    const statuses = (await Promise.all(many)).map((answer) => answer.status)
    expect(statuses.sort()).toEqual([201, 400, 400, 400])
    expect(await count()).toBe(100)
  })
})

describe('the operators’ list', () => {
  test('in pages', async () => {
    const seen: string[] = []
    let next: string | null = ''
    while (next !== null) {
      const { body } = await operate(`?limit=20&after=${next}`)
      seen.push(...body.sites.map((one: Wire) => one.id))
      next = body.next
    }
    const rows = await network.server.db.selectFrom('sites').select('id').orderBy('id').execute()
    expect(seen).toEqual(rows.map((row) => String(row.id)))
  })

  test('is nobody else’s', async () => {
    const body = { decision: 'refuse', reason: '好' }
    for (const path of ['/sites', '/sites/45000001', '/site-reports'])
      expect((await network.owner.get(`/admin/v1${path}`)).status).toBe(403)
    expect((await network.owner.post('/admin/v1/sites/45000001/review', body)).status).toBe(403)
  })
})

test('times are of business time', async () => {
  await advance(network, '30d')
  const site = await fileOne(network)
  const approved = await approve(network, site)
  const ahead = Date.parse(approved.reviewed_at) - Date.now()
  expect(ahead).toBeGreaterThan(29 * 86_400_000)
})
