import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { Browser } from '../accounts/browser.ts'
import { click, type DaysNetwork, type Medium, startDaysNetwork } from '../figures/days-network.ts'
import { askAsOperator } from '../sandbox/operator.ts'
import type { Wire } from '../setup/server.ts'
import { landingOf } from '../setup/shop.ts'
import { askCases, casesOfToday, set } from './case-network.ts'

let network: DaysNetwork
let first: Medium
let owner: Browser

beforeAll(async () => {
  network = await startDaysNetwork()
  first = network.first
  owner = new Browser(network.server.url)
  expect((await owner.signIn('publisher')).status).toBe(200)
  await set(network, 'case_shopper_clicks', 1)
})
afterAll(() => network.server.close())

const ask = (path?: string, body?: Wire) => askCases(network, path, body)
const notices = async () => (await owner.get('/account/v1/notices')).body.notices
const stops = () => network.server.db.selectFrom('site_stops').selectAll().execute()

async function isAttributable(): Promise<boolean> {
  const { clickId } = await landingOf(first.link)
  const click = network.server.db.selectFrom('clicks').select('attributable').where('id', '=', clickId)
  return (await click.executeTakeFirstOrThrow()).attributable
}

describe('a decision', () => {
  let id: string

  beforeEach(async () => {
    await click(first, 1)
    const [found] = await casesOfToday(network)
    id = found.id
  })

  const kinds = async () => {
    const rows = network.server.db.selectFrom('decisions').selectAll().where('subject_id', '=', BigInt(id))
    return (await rows.where('kind', 'like', 'case.%').orderBy('id').execute()).map((row) => ({
      kind: row.kind,
      by: row.made_by,
      reason: row.reason,
      site: String(row.site_id),
    }))
  }

  test('to dismiss leaves everything as it was', async () => {
    const decided = await ask(`/${id}/decide`, { decision: 'dismiss', reason: '正常促销' })
    expect(decided).toMatchObject({ status: 200, body: { id, state: 'dismissed', reason: '正常促销' } })
    expect(decided.body.decided_at).not.toBeNull()
    expect(await ask(`/${id}`)).toEqual(decided)
    expect(await notices()).toEqual([])
    expect(await stops()).toEqual([])
    expect(await kinds()).toMatchObject([
      { kind: 'case.raise', by: 'rule', site: first.siteId },
      { kind: 'case.dismiss', by: 'operator', reason: '正常促销' },
    ])
  })

  test('is made once, by whoever is first', async () => {
    const answers = await Promise.all(
      ['dismiss', 'dismiss', 'dismiss', 'dismiss'].map((decision) =>
        ask(`/${id}/decide`, { decision, reason: '正常促销' }),
      ),
    )
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 400, 400, 400])
    const again = await ask(`/${id}/decide`, { decision: 'confirm', reason: '作弊' })
    expect(again).toMatchObject({ status: 400, body: { field: 'id' } })
    expect(await kinds()).toHaveLength(2)
    expect(await stops()).toEqual([])
  })

  test('to confirm tells the owner, and the site’s links no longer earn', async () => {
    const decided = await ask(`/${id}/decide`, { decision: 'confirm', reason: '刷点击' })
    expect(decided).toMatchObject({ status: 200, body: { state: 'confirmed', reason: '刷点击' } })
    const [notice] = (await notices()).filter((one: Wire) => one.kind === 'case.confirm')
    expect(notice.body.zh).toContain('刷点击')
    expect(notice.body.zh).toContain(decided.body.day)
    expect(await stops()).toMatchObject([{ site_id: BigInt(first.siteId), cause: 'violation' }])
    expect(await kinds()).toMatchObject([{ kind: 'case.raise' }, { kind: 'case.confirm', reason: '刷点击' }])
    // The server hears of it from its database, a moment later.
    await vi.waitFor(async () => expect(await isAttributable()).toBe(false), { timeout: 20_000 })
  })
})

describe('the list', () => {
  test('by state and site, in pages', async () => {
    await click(network.second, 1)
    await casesOfToday(network)
    const ids = async (query: string): Promise<string[]> =>
      (await ask(`?limit=200&${query}`)).body.cases.map((one: Wire) => one.id)
    const all = await ids('')
    const [dismissed, another, confirmed, ...open] = all
    expect(await ids('state=dismissed')).toEqual([dismissed, another])
    expect(await ids('state=confirmed')).toEqual([confirmed])
    expect(await ids('state=open')).toEqual(open)
    expect(await ids(`site_id=${network.second.siteId}&state=open`)).toEqual([all.at(-1)])
    const seen: string[] = []
    for (let next: string | null = ''; next !== null; ) {
      const part: Wire = (await ask(`?limit=2&after=${next}`)).body
      seen.push(...part.cases.map((one: Wire) => one.id))
      next = part.next
    }
    expect(seen).toEqual(all)
  })

  test.each([
    ['?state=new', 'state'],
    ['?site_id=x', 'site_id'],
    ['?limit=-1', 'limit'],
    ['?member=1', 'member'],
  ])('%s is refused by its name', async (query, field) => {
    expect(await ask(query)).toMatchObject({ status: 400, body: { field } })
  })
})

describe('what is wrong is answered by its name', () => {
  test.each([
    [{ decision: 'maybe', reason: '好' }, 'decision'],
    [{ decision: 'confirm' }, 'reason'],
    [{ decision: 'confirm', reason: ' ' }, 'reason'],
    [{ decision: 'confirm', reason: '好'.repeat(501) }, 'reason'],
    [{ decision: 'confirm', reason: '好', state: 'open' }, 'state'],
  ])('deciding with %j', async (body, field) => {
    expect(await ask('/1/decide', body)).toMatchObject({ status: 400, body: { field } })
  })

  test('a case that there is not', async () => {
    for (const id of ['999999', '0', 'x', '9999999999999999999']) {
      expect((await ask(`/${id}`)).status).toBe(404)
      expect((await ask(`/${id}/decide`, { decision: 'confirm', reason: '好' })).status).toBe(404)
    }
  })
})

describe('a member’s buyer id', () => {
  const note = (memberId: bigint | string, fields: Wire = {}) =>
    askAsOperator(network.server, `/admin/v1/members/${memberId}/buyers`, {
      body: { shop_key: network.server.demo.shop.key, buyer_id: 'buyer-1', reason: '核实', ...fields },
    })
  const known = () => network.server.db.selectFrom('member_buyers').selectAll().execute()

  test('is kept as a hash, is one member’s, and who it was before is on record', async () => {
    const [one, other] = [first.promoter.memberId, network.second.promoter.memberId]
    for (const memberId of [one, one, other]) expect((await note(memberId)).status).toBe(201)
    const [row, ...more] = await known()
    expect(more).toEqual([])
    expect(row).toMatchObject({ member_id: other })
    expect(row?.buyer_hash.toString('latin1')).not.toContain('buyer-1')
    const decisions = await network.server.db
      .selectFrom('decisions')
      .select(['member_id', 'figures'])
      .where('kind', '=', 'case.buyer')
      .orderBy('id')
      .execute()
    expect(decisions).toMatchObject([
      { member_id: one },
      { member_id: other, figures: { before_member_id: String(one) } },
    ])
    expect(JSON.stringify(decisions.map((row) => row.figures))).not.toContain('buyer-1')
  })

  test.each([
    [{ shop_key: 'nobody' }, 'shop_key'],
    [{ shop_key: undefined }, 'shop_key'],
    [{ buyer_id: '' }, 'buyer_id'],
    [{ reason: ' ' }, 'reason'],
  ])('%j is refused', async (fields, field) => {
    expect(await note(first.promoter.memberId, fields)).toMatchObject({ status: 400, body: { field } })
  })

  test('of nobody is refused', async () => {
    for (const id of ['999999', 'x', '0']) expect((await note(id)).status).toBe(404)
  })
})
