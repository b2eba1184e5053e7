import { formatGmt8 } from '@opentbk/top'
import { test } from 'vitest'
import { listOrders } from '../src/domain/orders/index.ts'
import { createTestDatabase } from '../test/setup/database.ts'
import { startTestServer } from '../test/setup/server.ts'
import { openTrade } from '../test/setup/trade.ts'
import { writeOrders } from '../src/methods/orders/_shapes/write-orders.ts'
import { makeListedOrders, makePromoters } from './make-orders.ts'

test('measure', async () => {
  const database = await createTestDatabase()
  const server = await startTestServer({ database })
  const pool = server.ctx.store.pool
  const count = Number(process.env.OPENTBK_PROOF_ORDERS ?? 1_000_000)
  await makePromoters(pool, { count: 50, appKey: server.demo.provider_app.key })
  const t0 = performance.now()
  await makeListedOrders(pool, { count, receivedDaysAgo: 20, perSecond: count / (80 * 86400), sharedOneIn: 5 })
  console.log('made', performance.now() - t0)
  const trade = await openTrade(server)
  const { rows } = await pool.query<{ id: bigint }>(`select id from members where name like 'made %'`)
  const group = [trade.first.memberId, ...rows.map((row) => BigInt(row.id))]
  const stat = (name: string, times: number[]) => {
    const s = times.toSorted((a, b) => a - b)
    console.log(name, s.length, 'p50', s[Math.floor(s.length / 2)]?.toFixed(2), 'p99', s[Math.ceil(s.length * 0.99) - 1]?.toFixed(2), 'max', s.at(-1)?.toFixed(2))
  }
  const ctx = { ...server.ctx, promoterId: trade.first.memberId, app: { id: 1n, key: '1', ownerId: trade.first.memberId }, ip: '' }
  for (const [name, memberIds] of [['one', [trade.first.memberId]], ['group', group]] as const) {
    for (const round of [0, 1]) {
      const times: number[] = []
      const writes: number[] = []
      for (let w = 0; w < 40; w++) {
        const start = new Date(Math.floor(Date.now() / 1000) * 1000 - (w + 0.5 + round / 4) * 2 * 86400_000)
        const end = new Date(start.getTime() + 7200_000)
        let position: string | undefined
        for (;;) {
          const a = performance.now()
          const page = await listOrders(ctx, { start, end, memberIds, roles: ['second', 'third'], by: 'created', status: undefined, scene: 'all', pageNo: position ? 2 : 1, pageSize: 100, position, jump: 1 })
          times.push(performance.now() - a)
          const b = performance.now()
          await writeOrders(ctx, page.orders)
          writes.push(performance.now() - b)
          if (!page.hasNext) break
          position = page.position
        }
      }
      stat(`${name} list`, times)
      stat(`${name} write`, writes)
    }
  }
  const times: number[] = []
  for (let w = 0; w < 100; w++) {
    const start = new Date(Date.now() - (w + 0.7) * 0.7 * 86400_000)
    const a = performance.now()
    await server.callText('taobao.tbk.order.details.get', { start_time: formatGmt8(start), end_time: formatGmt8(new Date(start.getTime() + 7200_000)), page_size: 100 })
    times.push(performance.now() - a)
  }
  stat('http first page', times)
  const start = new Date(Date.now() - 10 * 86400_000)
  for (const ids of [[trade.first.memberId], group]) {
    const { rows: plan } = await pool.query(
      `explain (analyze, buffers) select orders.*, place.role from (select * from (
       select mine.* from unnest($3::bigint[]) as member(id) cross join lateral (select tk_created_at as at, orders.id, 0 as rank, 'second' as role from orders where member_id = member.id and tk_created_at >= $1 and tk_created_at < $2 order by tk_created_at, orders.id limit 101) as mine
       union all
       select mine.* from unnest($3::bigint[]) as member(id) cross join lateral (select tk_created_at as at, orders.id, 1 as rank, 'third' as role from orders where third_member_id = member.id and tk_created_at >= $1 and tk_created_at < $2 order by tk_created_at, orders.id limit 101) as mine
       ) as found order by at, id, rank limit 101) as place join orders on orders.id = place.id order by place.at, place.id, place.rank`,
      [start, new Date(start.getTime() + 7200_000), ids.map(String)],
    )
    console.log(plan.map((row) => row['QUERY PLAN']).join('\n'))
  }
  await server.close()
  await database.drop()
}, 3_600_000)
