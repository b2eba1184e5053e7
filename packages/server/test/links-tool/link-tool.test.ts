import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Browser } from '../accounts/browser.ts'
import { convertItem, DG, type LinkNetwork, startLinkNetwork } from '../methods/links/link-network.ts'
import { linkIn } from '../methods/links/share-network.ts'
import type { Wire } from '../setup/server.ts'
import { landingOf } from '../setup/shop.ts'
import { signedIn, useTool } from './use-tool.ts'

let network: LinkNetwork
let publisher: Browser

beforeAll(async () => {
  network = await startLinkNetwork()
  publisher = await signedIn(network.server)
})
afterAll(() => network.server.close())

const shortForm = /^¥[0-9A-Za-z]{11}¥$/
/** The demo network's second item: 129.00 at 20 %, with a coupon of 80. */
const withCoupon = () => network.items[1] as string
const make = (text: string): Promise<Wire> =>
  useTool(publisher, network.adzone, [text]).then(([link]) => link)

async function clickOn(url: string) {
  const { clickId } = await landingOf(url)
  return network.server.db
    .selectFrom('clicks')
    .select(['member_id', 'site_id', 'adzone_id', 'item_id', 'external_id', 'attributable'])
    .where('id', '=', clickId)
    .executeTakeFirstOrThrow()
}

describe('each line on its own', () => {
  let item: Wire

  beforeAll(async () => {
    item = (await convertItem(network, { item_id: withCoupon() })).link_info_dto
  })

  test.each([
    ['an item id', () => withCoupon()],
    ['an item page', () => `${network.server.url}/shop/items/${network.record.itemIds[1]}?spm=a.b`],
    ['a long link', () => item.cps_long_url],
    ['a short link', () => item.cps_short_url],
    ['a password', () => item.cps_short_tpwd],
    ['a text around a password', () => `  看这个 ${item.coupon_full_tpwd} 快抢`],
  ])('%s becomes the links to the item, plain and with its coupon', async (_, given) => {
    const text = given() as string
    const link = await make(text)
    expect(link).toMatchObject({ text: text.trim(), kind: 'item', commission_rate: '20.00' })
    for (const forms of [link.cps, link.coupon]) {
      expect(forms.short_tpwd).toMatch(shortForm)
      expect(forms.full_tpwd).toContain(link.title)
      for (const url of [forms.long_url, forms.short_url]) {
        const click = await clickOn(url)
        expect(click).toMatchObject({ adzone_id: BigInt(network.adzone), attributable: true })
        expect(String(click.item_id)).toBe(network.record.itemIds[1])
      }
    }
    expect(linkIn(network, link.cps.long_url)).toMatchObject({ isFromTool: true, couponId: undefined })
    expect(linkIn(network, link.coupon.long_url)).toMatchObject({
      isFromTool: true,
      couponId: expect.any(BigInt),
    })
    expect(linkIn(network, item.cps_long_url).isFromTool).toBe(false)
  })

  test('a shop becomes its link', async () => {
    const link = await make(`${network.server.url}/shop/shops/${network.record.shopId}`)
    expect(link).toMatchObject({ kind: 'shop', commission_rate: null, coupon: null })
    expect(linkIn(network, link.cps.long_url).target).toMatchObject({ kind: 'shop' })
  })

  test('what cannot be promoted says why, beside lines that can', async () => {
    const lines = [
      network.foreign.item,
      'https://elsewhere.example/1',
      '¥Zz3Zz3Zz3Zz¥',
      ' ',
      network.items[1],
    ]
    const links = await useTool(publisher, network.adzone, lines as string[])
    expect(links.map(({ code, msg }) => [code, msg])).toEqual([
      [35, expect.stringMatching(/^您输入的商品ID不合法/)],
      [20000, '口令跳转url不支持口令转换'],
      [20011, '淘口令解析结果为空'],
      [20012, '淘口令解析输入口令为空'],
      [undefined, undefined],
    ])
    expect(links[4].kind).toBe('item')
  })

  test('a mark stays with its promoter', async () => {
    const marked = await convertItem(network, { external_id: 'mine' })
    const { cps } = await make(marked.link_info_dto.cps_long_url)
    expect(linkIn(network, cps.long_url).externalId).toBe('mine')
    const second = await signedIn(network.server, 'second')
    const [theirs] = await useTool(second, network.foreign.adzone, [marked.link_info_dto.cps_long_url])
    expect(linkIn(network, theirs.cps.long_url)).toMatchObject({
      memberId: BigInt(network.record.secondPublisherId),
      externalId: undefined,
    })
  })
})

describe('adzones', () => {
  test('a new one takes links', async () => {
    const made = await publisher.post('/account/v1/adzones', { site_id: network.site, name: ' 工具推广位 ' })
    expect(made).toMatchObject({ status: 201, body: { site_id: network.site, name: '工具推广位' } })
    const { adzone_id, pid } = made.body
    expect(pid).toBe(`mm_${network.record.publisherId}_${network.site}_${adzone_id}`)
    const { body } = await publisher.get(`/account/v1/adzones?site_id=${network.site}`)
    expect(body.adzones).toContainEqual(made.body)
    const [link] = await useTool(publisher, adzone_id, [network.items[0] as string])
    expect((await clickOn(link.cps.short_url)).adzone_id).toBe(BigInt(adzone_id))
  })

  test('a foreign site is answered like an unknown one', async () => {
    const ask = async (site_id: string) => {
      const { status, body } = await publisher.post('/account/v1/adzones', { site_id, name: 'x' })
      const listed = await publisher.get(`/account/v1/adzones?site_id=${site_id}`)
      return [status, body, listed.status, listed.body]
    }
    const unknown = await ask('1')
    expect(unknown[0]).toBe(404)
    expect(await ask(network.foreign.site)).toEqual(unknown)
  })
})

describe('who may use it', () => {
  const ask = async (browser: Browser, body: Wire = {}) => {
    const answer = await browser.post('/account/v1/links', {
      ...{ adzone_id: network.adzone, texts: [network.items[0]] },
      ...body,
    })
    return [answer.status, answer.body.field ?? answer.body.error?.split(':')[0]]
  }
  const site = () => network.server.db.updateTable('sites').where('id', '=', BigInt(network.site))
  const member = () =>
    network.server.db.updateTable('members').where('id', '=', BigInt(network.record.publisherId))

  test.each([
    ['no texts', { texts: [] }, [400, 'texts']],
    ['101 texts', { texts: Array(101).fill('x') }, [400, 'texts']],
    ['a text too long', { texts: ['x'.repeat(2049)] }, [400, 'texts']],
    ['an unknown adzone', { adzone_id: '1' }, [400, 'adzone_id']],
    ['another member', { member_id: '1' }, [400, 'member_id']],
  ])('not with %s', async (_, body, expected) => {
    expect(await ask(publisher, body)).toEqual(expected)
  })

  test('a foreign adzone is answered like an unknown one', async () => {
    const of = async (adzone_id: string) =>
      (await publisher.post('/account/v1/links', { adzone_id, texts: ['x'] })).body
    expect(await of(network.foreign.adzone)).toEqual(await of('1'))
  })

  test('nobody but publishers, and nobody without signing in', async () => {
    expect(await ask(await signedIn(network.server, 'merchant'))).toEqual([403, 'member'])
    const answer = await fetch(`${network.server.url}/account/v1/links`, { method: 'POST' })
    expect(answer.status).toBe(401)
  })

  test('not while suspended', async () => {
    await member().set({ standing: 'suspended' }).execute()
    await expect.poll(() => ask(publisher)).toEqual([403, 'member'])
    await member().set({ standing: 'good' }).execute()
    await expect.poll(() => ask(publisher)).toEqual([200, undefined])
  })

  test('not while the site is not approved', async () => {
    await site().set({ status: 'withdrawn' }).execute()
    await expect.poll(() => ask(publisher)).toEqual([400, 'adzone_id'])
    await site().set({ status: 'approved' }).execute()
    await expect.poll(() => ask(publisher)).toEqual([200, undefined])
  })

  test('not while the site is stopped for a violation; the loss of a package leaves it', async () => {
    const { db } = network.server
    const stop = { site_id: BigInt(network.site), since: new Date() }
    await db
      .insertInto('site_stops')
      .values({ ...stop, cause: 'violation' })
      .execute()
    await expect.poll(() => ask(publisher)).toEqual([400, 'adzone_id'])
    await db.updateTable('site_stops').set({ cause: 'link' }).execute()
    await expect.poll(() => ask(publisher)).toEqual([200, undefined])
    await db.deleteFrom('site_stops').execute()
  })

  test('without any package', async () => {
    const { server } = network
    await server.db.updateTable('permission_grants').set({ status: 'withdrawn' }).execute()
    await expect
      .poll(async () => (await server.call(DG, { adzone_id: network.adzone })).error_response?.code)
      .toBe(11)
    expect(await ask(publisher)).toEqual([200, undefined])
    const link = await make(network.items[0] as string)
    expect((await clickOn(link.cps.long_url)).attributable).toBe(true)
  })
})

describe('by an operator', () => {
  let operator: Browser
  const path = (id = network.record.publisherId) => `/admin/v1/members/${id}/links`

  beforeAll(async () => {
    operator = await signedIn(network.server, 'operator')
  })
  beforeEach(() => expect(operator.csrf).not.toBe(''))

  test('for a member, with a reason that is kept', async () => {
    const texts = [network.items[0], 'nothing']
    const order = { adzone_id: network.adzone, texts, reason: '首次引导' }
    const { status, body } = await operator.post(path(), order)
    expect(status).toBe(200)
    expect(body.links.map((link: Wire) => link.kind ?? link.code)).toEqual(['item', 20000])
    expect(linkIn(network, body.links[0].cps.long_url)).toMatchObject({
      memberId: BigInt(network.record.publisherId),
      isFromTool: true,
    })
    const kept = await network.server.db
      .selectFrom('decisions')
      .selectAll()
      .where('kind', '=', 'links.make')
      .execute()
    expect(kept).toMatchObject([
      {
        made_by: 'operator',
        operator_id: expect.any(BigInt),
        member_id: BigInt(network.record.publisherId),
        site_id: BigInt(network.site),
        reason: '首次引导',
        figures: { adzone_id: network.adzone, asked: 2, made: 1 },
      },
    ])
  })

  test.each([
    [{ member: '999999' }, [404, 'id']],
    [{ member: 'x' }, [404, 'id']],
    [{ reason: ' ' }, [400, 'reason']],
    [{ adzone_id: '1' }, [400, 'adzone_id']],
  ])('not with %j', async (wrong, expected) => {
    const { member, ...order } = {
      ...{ member: undefined, adzone_id: network.adzone, texts: ['x'], reason: 'x' },
      ...wrong,
    }
    const { status, body } = await operator.post(path(member), order)
    expect([status, body.field]).toEqual(expected)
  })
})
