import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { signedIn, useTool } from '../links-tool/use-tool.ts'
import { convertItem, type LinkNetwork, startLinkNetwork } from '../methods/links/link-network.ts'
import { clickOn, ITEM, shareWith } from '../methods/links/share-network.ts'
import type { Wire } from '../setup/server.ts'
import { landingOf, sendEvents } from '../setup/shop.ts'

type Kind = 'api' | 'tool' | 'shared'
type Stop = { site: 'own' | 'third'; cause: 'link' | 'share' | 'violation' }

let network: LinkNetwork
let links: Record<Kind, string>
const kinds: readonly Kind[] = ['api', 'tool', 'shared']

beforeAll(async () => {
  network = await startLinkNetwork()
  const itemId = network.items[0] as string
  const [made] = await useTool(await signedIn(network.server), network.adzone, [itemId])
  const shared = await shareWith(network, ITEM, { fields: 'click_url', num_iids: itemId })
  links = {
    api: (await convertItem(network)).link_info_dto.cps_long_url,
    tool: made.cps.long_url,
    shared: shared.results.n_tbk_item[0].click_url,
  }
})
afterAll(() => network.server.close())

const siteId = (site: Stop['site']) => BigInt(site === 'own' ? network.site : network.foreign.site)
const setStatus = (site: Stop['site'], status: string) =>
  network.server.db.updateTable('sites').set({ status }).where('id', '=', siteId(site)).execute()
const stop = ({ site, cause }: Stop) =>
  network.server.db
    .insertInto('site_stops')
    .values({ site_id: siteId(site), cause, since: new Date() })
    .execute()
const lift = () => network.server.db.deleteFrom('site_stops').execute()

/** Why clicks on each kind of link earn nothing; null where they do. */
async function reasons(): Promise<(string | null)[]> {
  return Promise.all(
    kinds.map(async (kind) => {
      const { attributable, reason } = await clickOn(network, links[kind])
      expect(attributable).toBe(reason === null)
      return reason
    }),
  )
}

const fit = [null, null, null]
const toAll = (reason: string) => [reason, reason, reason]
const noLink = 'site without the link package'
const noShare = 'site without the share package'
const violation = 'site stopped for a violation'

afterEach(async () => {
  await lift()
  await expect.poll(reasons).toEqual(fit)
})

describe('links open, earn nothing and say why', () => {
  test.each<[Stop, (string | null)[]]>([
    [{ site: 'own', cause: 'link' }, [noLink, null, noLink]],
    [{ site: 'own', cause: 'share' }, [null, null, noShare]],
    [{ site: 'own', cause: 'violation' }, toAll(violation)],
    [{ site: 'third', cause: 'link' }, fit],
    [{ site: 'third', cause: 'share' }, fit],
    [{ site: 'third', cause: 'violation' }, [null, null, `third party ${violation}`]],
  ])('%j', async (wanted, expected) => {
    expect(await reasons()).toEqual(fit)
    await stop(wanted)
    // What changes nothing is seen to have arrived by what does: a stop beside it.
    const beside: Stop = { site: wanted.site === 'own' ? 'third' : 'own', cause: 'violation' }
    if (expected === fit) {
      await stop(beside)
      await expect.poll(reasons).toEqual(toAll(violation))
      await network.server.db.deleteFrom('site_stops').where('cause', '=', 'violation').execute()
    }
    await expect.poll(reasons).toEqual(expected)
    expect(await reasons()).toEqual(expected)
  })

  test('several stops tell the gravest', async () => {
    for (const cause of ['link', 'share', 'violation'] as const) await stop({ site: 'own', cause })
    await expect.poll(reasons).toEqual(toAll(violation))
    await network.server.db.deleteFrom('site_stops').where('cause', '=', 'violation').execute()
    await expect.poll(reasons).toEqual([noLink, null, noShare])
  })

  test('a site that is approved no more', async () => {
    await setStatus('own', 'withdrawn')
    await expect.poll(reasons).toEqual(toAll('site not approved'))
    await setStatus('own', 'approved')
    await expect.poll(reasons).toEqual(fit)
    await setStatus('third', 'withdrawn')
    await expect.poll(reasons).toEqual([null, null, 'third party site not approved'])
    await setStatus('third', 'approved')
  })
})

describe('orders', () => {
  const report = async (outerId: string, fields: Wire) => {
    const [result] = await sendEvents(network.server, [
      {
        ...{ event_id: `e-${outerId}-${fields.type ?? 'created'}`, type: 'created' },
        ...{ trade_parent_id: outerId, trade_id: outerId, item_id: network.record.itemIds[0], item_num: 1 },
        ...{ price: '99.99', paid_fee: '99.99', at: new Date().toISOString() },
        ...fields,
      },
    ])
    expect(result.status).toBe('accepted')
  }
  const stored = (outerId: string) =>
    network.server.db
      .selectFrom('orders')
      .select(['member_id', 'decision', 'trade_id'])
      .where('outer_id', '=', outerId)
      .executeTakeFirstOrThrow()
  const publisherId = () => BigInt(network.record.publisherId)

  test('of clicks before the stop stay, and an order decided again later goes by its click as it was', async () => {
    const before = await landingOf(links.api)
    const early = await landingOf(links.api)
    await report('kept', { click_id: before.clickId })
    // Nobody knows yet whose click led to it.
    await report('late', { buyer_id: 'b-1', at: new Date(Date.now() + 2000).toISOString() })
    expect((await stored('late')).member_id).toBeNull()
    await stop({ site: 'own', cause: 'violation' })
    await expect.poll(reasons).toEqual(toAll(violation))
    // The buyer is seen as the shopper of the early click: the order before is decided again.
    await report('sighting', { buyer_id: 'b-1', click_id: early.clickId })
    expect((await stored('late')).member_id).toBe(publisherId())
    await report('kept', { type: 'paid' })
    expect((await stored('kept')).member_id).toBe(publisherId())
  })

  test('of clicks after the stop are nobody’s', async () => {
    await stop({ site: 'own', cause: 'link' })
    await expect.poll(reasons).toEqual([noLink, null, noLink])
    const { clickId, cookie } = await landingOf(links.api)
    await report('stopped', { click_id: clickId })
    expect((await stored('stopped')).member_id).toBeNull()
    const other = await landingOf(links.tool, { cookie })
    await report('tool', { click_id: other.clickId })
    const { member_id, decision, trade_id } = await stored('tool')
    expect(member_id).toBe(publisherId())
    expect(decision).toMatchObject({ clicks: [{ attributable: true }, { reason: noLink }] })
    const answer = await network.server.call('opentbk.order.explain', { trade_id: String(trade_id) })
    const { clicks } = answer.opentbk_order_explain_response.data.attribution
    expect(Object.values(clicks).flat()).toContainEqual(expect.objectContaining({ reason: noLink }))
  })
})
