import { formatGmt8 } from '@opentbk/top'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  advance,
  freeze,
  type NumberedOrder,
  openNumbered,
  type PenaltyNetwork,
  punished,
  shareItem,
  startPenaltyNetwork,
  step,
} from '../../penalties/penalty-network.ts'
import type { Wire } from '../../setup/server.ts'
import { convertItem } from '../../setup/trade.ts'

let network: PenaltyNetwork
let shared: NumberedOrder
let ofChannel: NumberedOrder

const DAY_MS = 86_400_000
const gmt8 = (daysAgo: number) =>
  formatGmt8(new Date(network.server.ctx.clock.now().getTime() - daysAgo * DAY_MS))
const numbersOf = (page: Wire) => page.results.map((row: Wire) => row.tb_trade_id)

beforeAll(async () => {
  network = await startPenaltyNetwork()
  const { server, trade } = network
  shared = await openNumbered(network, { link: await shareItem(network) })
  const [itemId = 0n] = trade.items
  const { long } = await convertItem(server, trade.first, {
    itemId,
    params: { relation_id: trade.relationId },
  })
  ofChannel = await openNumbered(network, { link: long })
  for (const { tradeId } of [shared, ofChannel]) await freeze(network, tradeId)
  await openNumbered(network)
})
afterAll(() => network.server.close())

describe('punish.order.get', () => {
  test('tells a promoter of the orders that are held back, the oldest first', async () => {
    const { trade } = network
    const [, , siteId, adzoneId] = trade.first.pid.split('_')
    const page = await punished(network)
    expect(numbersOf(page)).toEqual([shared.tradeId, ofChannel.tradeId])
    expect(page).toMatchObject({ page_no: 1, page_size: 20, total_count: 2 })
    const { tk_create_time } = await ofChannel.read()
    expect(page.results[1]).toEqual({
      relation_id: Number(trade.relationId),
      punish_status: '0',
      violation_type: '订单虚假交易',
      tk_trade_create_time: tk_create_time,
      tb_trade_id: ofChannel.tradeId,
      tk_adzone_id: Number(adzoneId),
      tk_site_id: Number(siteId),
      tk_pub_id: String(trade.first.memberId),
    })
  })

  test('tells the third party by its own PID, and nobody else anything', async () => {
    const { trade } = network
    const [, , siteId, adzoneId] = trade.second.pid.split('_')
    const page = await punished(network, {}, trade.second)
    expect(page.total_count).toBe(1)
    expect(page.results).toEqual([
      {
        punish_status: '0',
        violation_type: '订单虚假交易',
        tk_trade_create_time: expect.any(String),
        tb_trade_id: shared.tradeId,
        tk_adzone_id: Number(adzoneId),
        tk_site_id: Number(siteId),
        tk_pub_id: String(trade.second.memberId),
      },
    ])
    const foreign = await punished(network, { tb_trade_id: ofChannel.tradeId }, trade.second)
    expect(foreign).toMatchObject({ total_count: 0, results: [] })
  })

  test('by relation, order, site and adzone; parameters that are no longer used are taken', async () => {
    const { trade } = network
    const found = async (option: Wire, promoter = trade.first) =>
      numbersOf(await punished(network, option, promoter))
    const [, , siteId, adzoneId] = trade.first.pid.split('_')
    const [, , thirdSite, thirdAdzone] = trade.second.pid.split('_')
    expect(await found({ relation_id: trade.relationId })).toEqual([ofChannel.tradeId])
    expect(await found({ relation_id: '1' })).toEqual([])
    expect(await found({ tb_trade_id: shared.tradeId })).toEqual([shared.tradeId])
    expect(await found({ site_id: siteId, adzone_id: adzoneId })).toHaveLength(2)
    expect(await found({ adzone_id: thirdAdzone })).toEqual([])
    expect(await found({ adzone_id: thirdAdzone, site_id: thirdSite }, trade.second)).toEqual([
      shared.tradeId,
    ])
    expect(await found({ relation_id: trade.relationId }, trade.second)).toEqual([])
    const unused = { special_id: 1, violation_type: 1, punish_status: 1, tb_trade_parent_id: 1 }
    expect(await found(unused)).toHaveLength(2)
  })

  test('in pages', async () => {
    const first = await punished(network, { page_size: 1, page_no: 1 })
    const second = await punished(network, { page_size: 1, page_no: 2 })
    expect([...numbersOf(first), ...numbersOf(second)]).toEqual([shared.tradeId, ofChannel.tradeId])
    expect(second).toMatchObject({ page_no: 2, page_size: 1, total_count: 2 })
    expect(await punished(network, { page_size: 1, page_no: 3 })).toMatchObject({
      total_count: 2,
      results: [],
    })
  })

  test('both doors say the same', async () => {
    const { server } = network
    const answer = await server.call(
      'taobao.tbk.sc.punish.order.get',
      {},
      { session: server.demo.provider_app.session },
    )
    const { data, ...done } = answer.tbk_sc_punish_order_get_response.result
    expect(done).toEqual({ result_msg: 'ok', result_code: 200 })
    expect(data.results.result).toHaveLength(2)
    // A text on the one door, a number on the other.
    expect(data.results.result[0].tk_pub_id).toBe(Number(network.trade.first.memberId))
    expect(data).toMatchObject({ page_no: 1, page_size: 20, total_count: 2 })
  })

  test('an app of no publisher gets the business error of the page', async () => {
    const { server } = network
    const { app_key, owner } = await server.db
      .selectFrom('apps')
      .innerJoin('members', 'members.id', 'apps.member_id')
      .select(['apps.app_key', 'members.id as owner'])
      .where('apps.app_key', '=', server.demo.provider_app.key)
      .executeTakeFirstOrThrow()
    const roles = await server.db.selectFrom('members').select('roles').where('id', '=', owner).execute()
    expect(roles[0]?.roles).not.toContain('publisher')
    const app = { key: app_key, secret: server.demo.provider_app.secret }
    const answer = await server.call('taobao.tbk.dg.punish.order.get', {}, { app })
    expect(answer.tbk_dg_punish_order_get_response.result).toEqual({
      biz_error_desc: '没有获取到memberid',
      biz_error_code: 103,
      result_msg: '没有获取到memberid',
      result_code: 103,
    })
  })

  test.each([
    [{ span: 31 }, 'af_order_option.span'],
    [{ span: 0 }, 'af_order_option.span'],
    [{ page_size: 101 }, 'af_order_option.page_size'],
    [{ start_time: '2026-02-30 00:00:00' }, 'af_order_option.start_time'],
    [{ tb_trade_id: 'x' }, 'af_order_option.tb_trade_id'],
  ])('%j is refused by its name', async (option, path) => {
    expect((await punished(network, option)).error_response).toMatchObject({
      code: 41,
      sub_code: `isv.invalid-parameter:${path}`,
    })
  })

  test('a window of days from its start, the status and the month as time goes by', async () => {
    await advance(network, '16d')
    const late = await openNumbered(network)
    const { id } = (await freeze(network, late.tradeId, { violation_type: '店铺淘宝客' })).body
    expect(numbersOf(await punished(network, { start_time: gmt8(17), span: 2 }))).toEqual([
      shared.tradeId,
      ofChannel.tradeId,
    ])
    expect(numbersOf(await punished(network, { start_time: gmt8(2), span: 1 }))).toEqual([])
    expect(numbersOf(await punished(network, { start_time: gmt8(1), span: 2 }))).toEqual([late.tradeId])
    expect(numbersOf(await punished(network, { start_time: gmt8(17) }))).toHaveLength(3)
    await step(network, id, 'take')
    await advance(network, '16d')
    // Older than the last 30 days; one that is asked for by its number is found all the same.
    expect(numbersOf(await punished(network))).toEqual([late.tradeId])
    const [taken] = (await punished(network, { tb_trade_id: late.tradeId })).results
    expect(taken).toMatchObject({ punish_status: '0', violation_type: '店铺淘宝客' })
    expect(taken.settle_month).toBeUndefined()
    await step(network, id, 'appeal')
    await step(network, id, 'uphold')
    await advance(network, '1h')
    const [released] = (await punished(network, { tb_trade_id: late.tradeId })).results
    const month = Number(gmt8(0).slice(0, 7).replace('-', ''))
    expect(released).toMatchObject({ punish_status: '1', settle_month: month })
    // Found to break the rules again: one row, by the newest penalty.
    await freeze(network, late.tradeId)
    const again = await punished(network, { tb_trade_id: late.tradeId })
    expect(again.total_count).toBe(1)
    expect(again.results[0]).toMatchObject({ punish_status: '0', violation_type: '订单虚假交易' })
    expect(numbersOf(await punished(network, { tb_trade_id: shared.tradeId }))).toEqual([shared.tradeId])
  })
})
