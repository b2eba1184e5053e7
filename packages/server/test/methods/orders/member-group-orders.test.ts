import { formatGmt8 } from '@opentbk/top'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { numberOf, receivedOrder, sharedOrder } from '../../orders/refund-list.ts'
import { startTestServer, type TestServer, type Wire } from '../../setup/server.ts'
import { openTrade, type Trade } from '../../setup/trade.ts'
import { openProvider } from '../publishers/provider.ts'

let server: TestServer
let trade: Trade
let provider: Awaited<ReturnType<typeof openProvider>>
let groupId: number
let window: Record<string, string>
/** What the first publisher has alone, and what it shares with the second, in turns. */
const orders: { tradeId: string; isShared: boolean }[] = []

beforeAll(async () => {
  server = await startTestServer()
  trade = await openTrade(server)
  provider = await openProvider(server)
  await provider.authorise(provider.second)
  groupId = (await provider.group({ tb_num_ids: `${provider.first},${provider.second}` })).member_group_id
  for (let turn = 0; turn < 6; turn++) {
    const isShared = turn % 3 !== 0
    const made = await (isShared ? sharedOrder : receivedOrder)(server, trade)
    orders.push({ tradeId: await numberOf(server, made), isShared })
  }
  const now = server.ctx.clock.now().getTime()
  window = {
    start_time: formatGmt8(new Date(now - 600_000)),
    end_time: formatGmt8(new Date(now + 60_000)),
  }
})
afterAll(() => server.close())

/** A page as the provider reads it, with the demo publisher's session; or the error. */
async function read(params: Wire = {}): Promise<Wire> {
  const answer = await server.call(
    'taobao.tbk.sc.order.details.get',
    { ...window, page_size: 100, member_group_id: groupId, ...params },
    { session: server.demo.provider_app.session },
  )
  if (answer.error_response) return answer.error_response
  const { data } = answer.tbk_sc_order_details_get_response
  return { ...data, results: data.results.publisher_order_dto ?? [] }
}

const told = (page: Wire) => page.results.map((row: Wire) => [row.trade_id, row.pub_id])
const rowsOf = (memberIds: bigint[]) =>
  orders.flatMap(({ tradeId, isShared }) => {
    const holders = isShared ? [provider.first, provider.second] : [provider.first]
    return holders.filter((id) => memberIds.includes(id)).map((id) => [tradeId, Number(id)])
  })

test('the orders of all members, one row for each who earns by an order', async () => {
  const page = await read()
  expect(told(page)).toEqual(rowsOf([provider.first, provider.second]))
  const [second, third] = page.results.filter((row: Wire) => row.trade_id === orders[1]?.tradeId)
  expect(second).toMatchObject({ tk_order_role: 2, pub_share_fee: '8.64', alimama_share_fee: '0.86' })
  expect(third).toMatchObject({ tk_order_role: 3, pub_share_fee: '3.69', alimama_share_fee: '0.36' })
  // Each row has its publisher's own item id, and the session's publisher's part beside it.
  expect(second.item_id).not.toBe(third.item_id)
  expect(third.extra_mkt_id).toBe(second.item_id.split('-')[1])
  expect(told(await read({ member_type: 2 }))).toEqual(rowsOf([provider.first]))
  expect(told(await read({ member_type: 3 }))).toEqual(rowsOf([provider.second]))
})

test.each([1, 2, 3, 7])('pages of %i keep the rows of an order apart, forward and back', async (size) => {
  const all = rowsOf([provider.first, provider.second])
  const pages: Wire[] = []
  const step = (jump_type: number) =>
    read({
      ...{ page_size: size, page_no: pages.length + 1, jump_type },
      position_index: pages.at(-1)?.position_index,
    })
  do pages.push(await step(1))
  while (pages.at(-1).has_next)
  expect(pages.flatMap(told)).toEqual(all)
  for (let index = pages.length - 2; index >= 0; index--) {
    pages.push(await step(-1))
    expect(told(pages.at(-1))).toEqual(told(pages[index]))
    expect(pages.at(-1).has_pre).toBe(index > 0)
  }
})

test('without a group it is as before: the session’s publisher alone', async () => {
  expect(told(await read({ member_group_id: undefined }))).toEqual(rowsOf([provider.first]))
})

test('an unknown group and a foreign one are refused alike', async () => {
  const at = new Date()
  const { id: foreign } = await server.db
    .insertInto('member_groups')
    .values({ owner_id: trade.second.memberId, created_at: at, updated_at: at })
    .returning('id')
    .executeTakeFirstOrThrow()
  await server.db
    .insertInto('member_group_members')
    .values({ group_id: foreign, member_id: provider.first, added_at: at })
    .execute()
  for (const member_group_id of [404, foreign]) {
    expect(await read({ member_group_id })).toMatchObject({
      code: 15,
      sub_code: 'isv.invalid-parameter:member_group_id',
    })
  }
})

test('who withdrew the authorisation of this app is read no more', async () => {
  await provider.withdraw(provider.second)
  expect(told(await read())).toEqual(rowsOf([provider.first]))
  const { member_group_id } = await provider.group({ tb_num_ids: String(provider.first) })
  expect(told(await read({ member_group_id }))).toEqual(rowsOf([provider.first]))
  await provider.authorise(provider.second)
  expect(told(await read())).toEqual(rowsOf([provider.first, provider.second]))
})
