import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askAsOperator } from '../../sandbox/operator.ts'
import type { Wire } from '../../setup/server.ts'
import { type LinkNetwork, startLinkNetwork } from './link-network.ts'
import {
  agree,
  agreementInForce,
  CONTENT,
  clickOn,
  ITEM,
  linkIn,
  SHOP,
  sharedClick,
  shareWith,
  TPWD,
} from './share-network.ts'

let network: LinkNetwork

beforeAll(async () => {
  network = await startLinkNetwork()
})
afterAll(() => network.server.close())

const validArguments = (method: string): Wire => {
  const { items, record } = network
  if (method === ITEM) return { fields: 'click_url', num_iids: items[0] }
  if (method === SHOP) return { fields: 'click_url', user_ids: record.shopId }
  if (method === TPWD) return { password_content: '¥00000000000¥' }
  return { item_dto: [{ item_id: items[0] }] }
}
const convert = (method: string, params: Wire = {}) =>
  shareWith(network, method, { ...validArguments(method), ...params })
const clickUrl = async () => (await convert(ITEM)).results.n_tbk_item[0].click_url as string

const PARAMETER = 'isv.invalid-parameter:sub_pid'
describe.each([
  [ITEM, { malformed: PARAMETER, notAgreed: PARAMETER, badAdzone: 'isv.invalid-parameter:adzone_id' }],
  [SHOP, { malformed: PARAMETER, notAgreed: PARAMETER, badAdzone: 'isv.invalid-parameter:adzone_id' }],
  [CONTENT, { malformed: PARAMETER, notAgreed: PARAMETER, badAdzone: '2' }],
  [TPWD, { malformed: '20013', notAgreed: 'isp.param-error', badAdzone: '4' }],
])('%s', (method, { malformed, notAgreed, badAdzone }) => {
  test.each(['mm_1_2', 'mm_a_b_c', 'pid', 'mm_0_1_1', 'mm_1_1_9999999999999999999'])(
    'sub_pid %s is malformed',
    async (sub_pid) => {
      const answer = await convert(method, { sub_pid })
      expect(answer).toMatchObject({ code: 15, sub_code: malformed })
      expect(answer.sub_msg).toMatch(/sub_?pid/i)
    },
  )

  test('what does not exist, does not belong together, or was not agreed is refused alike', async () => {
    const { record, site, adzone } = network
    const [, member, theirSite, theirAdzone] = record.secondPid.split('_')
    const pids = [
      'mm_1_1_1',
      `mm_${member}_${theirSite}_${adzone}`,
      `mm_${member}_${site}_${theirAdzone}`,
      `mm_${record.publisherId}_${theirSite}_${theirAdzone}`,
      // Nobody shares with themselves.
      record.pid,
    ]
    const answers = await Promise.all(pids.map((sub_pid) => convert(method, { sub_pid })))
    const [{ sub_msg }] = answers
    expect(sub_msg).toMatch(/sub_pid/)
    for (const answer of answers) expect(answer).toMatchObject({ code: 15, sub_code: notAgreed, sub_msg })
  })

  test('the other way round nothing was agreed', async () => {
    const { app, adzone } = network.foreign
    const params = { ...validArguments(method), adzone_id: adzone, sub_pid: network.record.pid }
    const answer = await network.server.call(method, params, { app })
    expect(answer.error_response).toMatchObject({ code: 15, sub_code: notAgreed })
  })

  test('a foreign adzone, no sub_pid', async () => {
    const foreign = await convert(method, { adzone_id: network.foreign.adzone })
    expect(foreign).toMatchObject({ code: 15, sub_code: badAdzone })
    const missing = await convert(method, { sub_pid: undefined })
    expect(missing).toMatchObject({ code: 40, msg: 'Missing required arguments:sub_pid' })
  })
})

test.each([
  ['nothing in it', '你好', '20010'],
  ['never made', '¥00000000000¥', '20011'],
])('tpwd.share.convert: a 淘口令 with %s', async (_name, password_content, sub_code) => {
  expect(await convert(TPWD, { password_content })).toMatchObject({ code: 15, sub_code })
})

describe('the agreement', () => {
  test('of a new rate: new links have it, links made before keep theirs', async () => {
    const before = await clickUrl()
    await agree(network, '12.5')
    await expect.poll(async () => linkIn(network, await clickUrl()).third?.shareBp).toBe(1250)
    expect(await clickOn(network, await clickUrl())).toEqual(sharedClick(network, 1250))
    expect(await clickOn(network, before)).toEqual(sharedClick(network, 3000))
  })

  test('that ended: no new links; those made before still share', async () => {
    const before = await clickUrl()
    const { id } = await agreementInForce(network)
    const body = { member_id: network.record.secondPublisherId, reason: '合作结束' }
    const ended = await askAsOperator(network.server, `/admin/v1/agreements/${id}/end`, { body })
    expect(ended.body).toMatchObject({ id, state: 'ended' })
    await expect.poll(async () => (await convert(ITEM)).sub_code).toBe(PARAMETER)
    expect(await clickOn(network, before)).toEqual(sharedClick(network, 1250))
  })

  test('with a site that is approved no more makes no links', async () => {
    await agree(network, '30')
    await expect.poll(async () => (await convert(ITEM)).results !== undefined).toBe(true)
    const site = BigInt(network.foreign.site)
    const setStatus = (status: string) =>
      network.server.db.updateTable('sites').set({ status }).where('id', '=', site).execute()
    await setStatus('withdrawn')
    await expect.poll(async () => (await convert(ITEM)).sub_code).toBe(PARAMETER)
    await setStatus('approved')
    await expect.poll(async () => (await convert(ITEM)).results !== undefined).toBe(true)
  })
})

describe('a party that lost its standing: the link opens, earns nothing, and says why', () => {
  const setStanding = (memberId: string, standing: string) =>
    network.server.db.updateTable('members').set({ standing }).where('id', '=', BigInt(memberId)).execute()

  test.each([
    ['the third', () => network.record.secondPublisherId, 'third party not in good standing'],
    ['the second', () => network.record.publisherId, 'promoter not in good standing'],
  ])('%s', async (_name, member, reason) => {
    const url = await clickUrl()
    await setStanding(member(), 'suspended')
    await expect.poll(async () => (await clickOn(network, url)).reason).toBe(reason)
    const click = await clickOn(network, url)
    expect(click).toEqual({ ...sharedClick(network, 3000), attributable: false, reason })
    await setStanding(member(), 'good')
    await expect.poll(async () => (await clickOn(network, url)).attributable).toBe(true)
  })
})

test('an app without the share package is refused', async () => {
  const { db } = network.server
  await db
    .updateTable('permission_grants')
    .set({ status: 'withdrawn' })
    .where('package', '=', 'share')
    .execute()
  await expect.poll(async () => (await convert(CONTENT)).code).toBe(11)
})
