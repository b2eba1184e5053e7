import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decodeItemId } from '../../src/domain/goods/index.ts'
import { type Network, openNetwork } from '../../src/open-network.ts'
import { findDemoRecord, seedDemoNetwork } from '../../src/seed/index.ts'
import { Browser } from '../accounts/browser.ts'
import { createTestDatabase, type TestDatabase } from '../setup/database.ts'
import { startTestServer, type TestServer, testConfig, testLog } from '../setup/server.ts'

const SMALL = { items: 120, shops: 12 }
const quiet = () => {}

// Everything but times and ciphertexts, which differ from run to run on purpose.
const PRINTS: Record<string, string> = {
  members: 'id, name, roles',
  sites: 'id, member_id, kind, name, address, status',
  adzones: 'id, member_id, site_id, name',
  channels: 'id, member_id, kind',
  apps: 'id, app_key, member_id',
  sessions: 'token_hash, app_id, member_id',
  permission_grants: 'app_id, package, site_id, status',
  operators: 'name, token_hash',
  payees: 'member_id',
  share_agreements: 'id, second_id, third_id, share_bp, state',
  share_agreement_steps: 'agreement_id, step, member_id',
  merchant_accounts: 'member_id, credit_limit_fen, paused_at',
  categories: 'id, parent_id, name',
  shops: 'id, member_id, title, nick, pict_url, is_tmall, hosted, dsr, rating, shop_key',
  items: `id, shop_id, outer_id, category_id, title, pict_url, small_images, reserve_price_fen, price_fen,
    promotion_price_fen, stock, volume, promoted_commission_fen, provcity, status, promoted, search`,
  skus: 'item_id, name, price_fen, stock',
  coupons: 'activity_id, shop_id, item_id, face_fen, threshold_fen, remain_count',
  commission_plans:
    'kind, shop_id, category_id, item_id, member_id, rate_bp, campaign_id, leader_id, service_rate_bp',
  plan_members: 'plan_id, member_id',
  campaigns: 'id, leader_id, name, service_rate_bp',
  campaign_items: 'campaign_id, item_id, plan_id, commission_rate_bp',
  campaign_steps: 'campaign_id, item_id, step, member_id',
  venues: 'id, shop_id, title',
  venue_items: 'venue_id, item_id, position',
  content_materials: 'member_id, item_id, price_fen, texts, digest, status, scenes, use_scenes, title',
  community_groups: 'group_id, member_id',
  community_plans: 'id, code, group_id, name, last_msg_id',
  community_messages: 'plan_id, position, msg_id, content',
}

async function openEmpty(): Promise<{ database: TestDatabase; network: Network }> {
  const database = await createTestDatabase({ empty: true })
  const network = await openNetwork({
    databaseUrl: database.url,
    config: testConfig('http://127.0.0.1:1'),
    log: testLog,
    say: quiet,
    onLost: (error) => {
      throw error
    },
  })
  return { database, network }
}

async function closeAll({ database, network }: { database: TestDatabase; network: Network }): Promise<void> {
  await network.close()
  await database.drop()
}

async function print(network: Network): Promise<Record<string, unknown>> {
  const printed: Record<string, unknown> = {}
  for (const [table, columns] of Object.entries(PRINTS)) {
    const { rows } = await sql`
      select md5(string_agg(row::text, chr(10) order by row::text)) as digest, count(*) as n
      from (select ${sql.raw(columns)} from ${sql.table(table)}) as row`.execute(network.ctx.store.read)
    printed[table] = rows[0]
  }
  return printed
}

describe('the seed', () => {
  it('makes the same rows every time', async () => {
    const one = await openEmpty()
    const other = await openEmpty()
    try {
      await seedDemoNetwork(one.network.ctx, { ...SMALL, progress: quiet })
      await seedDemoNetwork(other.network.ctx, { ...SMALL, progress: quiet })
      const printed = await print(one.network)
      expect(printed).toEqual(await print(other.network))
      for (const [table, digest] of Object.entries(printed))
        expect(digest, table).not.toMatchObject({ n: 0n })
    } finally {
      await closeAll(one)
      await closeAll(other)
    }
  })

  it('says how far it is, and leaves nothing when it is stopped half-way', async () => {
    const opened = await openEmpty()
    const { ctx } = opened.network
    const seen: number[] = []
    const stopping = (done: number) => {
      seen.push(done)
      if (done === 2000) throw new Error('stopped')
    }
    try {
      await expect(seedDemoNetwork(ctx, { items: 2500, shops: 5, progress: stopping })).rejects.toThrow(
        'stopped',
      )
      expect(seen).toEqual([1000, 2000])
      for (const digest of Object.values(await print(opened.network))) expect(digest).toMatchObject({ n: 0n })
      await seedDemoNetwork(ctx, { ...SMALL, progress: quiet })
      expect(await findDemoRecord(ctx.store.read)).toBeDefined()
    } finally {
      await closeAll(opened)
    }
  })

  it('refuses a network too small for demo.json', async () => {
    const opened = await openEmpty()
    try {
      await expect(
        seedDemoNetwork(opened.network.ctx, { items: 9, shops: 1, progress: quiet }),
      ).rejects.toThrow(RangeError)
    } finally {
      await closeAll(opened)
    }
  })
})

describe('the demo network', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await startTestServer()
  })
  afterAll(() => server.close())

  const count = async (query: ReturnType<typeof sql<{ n: bigint }>>) =>
    Number((await query.execute(server.db)).rows[0]?.n)

  it('has goods of every kind, with what can go wrong among them', async () => {
    const items = await count(sql`select count(*) as n from items`)
    const share = async (condition: string) =>
      (await count(sql`select count(*) as n from items where ${sql.raw(condition)}`)) / items
    expect(await count(sql`select count(*) as n from categories where parent_id is null`)).toBe(15)
    expect(await count(sql`select count(*) as n from categories where parent_id is not null`)).toBe(60)
    expect(await count(sql`select count(distinct shop_id) as n from items`)).toBe(
      await count(sql`select count(*) as n from shops`),
    )
    expect(await count(sql`select count(distinct title) as n from items`)).toBeGreaterThan(items * 0.98)
    for (const rare of ['stock = 0', "status = 'off'", 'not promoted']) {
      expect(await share(rare), rare).toBeGreaterThan(0)
      expect(await share(rare), rare).toBeLessThan(0.06)
    }
    expect(await share('promotion_price_fen < price_fen')).toBeGreaterThan(0.2)
    expect(await share('promotion_price_fen > price_fen or reserve_price_fen < price_fen')).toBe(0)
    expect(await share('id in (select item_id from skus)')).toBeGreaterThan(0.1)
    expect(await share("pict_url = '/shop/pictures/' || id || '.svg'")).toBe(1)
    const halfOfSales = sql<{ n: bigint }>`
      select count(*) as n from (select sum(volume) over (order by volume desc, id) as so_far, sum(volume) over () as whole
      from items) as ranked where so_far <= whole / 2`
    expect(await count(halfOfSales)).toBeLessThan(items / 10)
  })

  it('has plans and coupons of every kind, open, over and to come', async () => {
    const { rows: kinds } = await sql<{ kind: string }>`
      select kind from commission_plans group by kind order by kind`.execute(server.db)
    expect(kinds.map((row) => row.kind)).toEqual(['exclusive', 'general', 'marketing', 'targeted'])
    for (const owner of ['item_id is null', 'item_id is not null']) {
      const open = sql<{ n: bigint }>`select count(*) as n from coupons
        where now() between starts_at and ends_at and remain_count > 0 and ${sql.raw(owner)}`
      expect(await count(open), owner).toBeGreaterThan(0)
    }
    expect(await count(sql`select count(*) as n from coupons where ends_at < now()`)).toBeGreaterThan(0)
    expect(await count(sql`select count(*) as n from coupons where starts_at > now()`)).toBeGreaterThan(0)
    expect(await count(sql`select count(*) as n from coupons where remain_count <= 3`)).toBeGreaterThan(0)
    const record = await findDemoRecord(server.db)
    const joined = sql<{ n: bigint }>`
      select count(*) as n from plan_members where member_id = ${record?.publisherId}`
    expect(await count(joined)).toBeGreaterThan(0)
    for (const member of [record?.publisherId, record?.secondPublisherId]) {
      expect(
        await count(sql`select count(*) as n from commission_plans where member_id = ${member}`),
      ).toBeGreaterThan(0)
    }
  })

  it('gives away ten items of one shop that can be bought and promoted', async () => {
    const record = await findDemoRecord(server.db)
    const ids = server.demo.item_ids.map((id) => decodeItemId(server.ctx.keys, id))
    expect(new Set(ids.map((id) => id?.itemId)).size).toBe(10)
    expect(new Set(ids.map((id) => String(id?.memberId)))).toEqual(new Set([record?.publisherId]))
    const rows = await server.db
      .selectFrom('items')
      .innerJoin('shops', 'shops.id', 'items.shop_id')
      .select([
        'items.id',
        'shop_key',
        'items.status',
        'promoted',
        'stock',
        'price_fen',
        'promotion_price_fen',
      ])
      .where(
        'items.id',
        'in',
        ids.map((id) => id?.itemId ?? 0n),
      )
      .orderBy('items.id')
      .execute()
    expect(rows).toHaveLength(10)
    for (const row of rows) {
      expect(row).toMatchObject({ shop_key: server.demo.shop.key, status: 'on', promoted: true })
      expect(row.stock).toBeGreaterThan(0)
    }
    const first = rows[0]?.id ?? 0n
    expect(rows[0]).toMatchObject({ price_fen: 9999n, promotion_price_fen: null })
    const plans = await server.db
      .selectFrom('commission_plans')
      .select(['kind', 'rate_bp'])
      .where('item_id', '=', first)
      .execute()
    expect(plans).toEqual([{ kind: 'marketing', rate_bp: 1234 }])
    const couponsFor = sql<{ n: bigint }>`select count(*) as n from coupons
      where item_id = ${first} or (item_id is null and shop_id = ${record?.shopId})`
    expect(await count(couponsFor)).toBe(0)
    const withCoupon = sql<{ n: bigint }>`select count(*) as n from coupons
      where item_id = ${rows[1]?.id} and face_fen = 8000 and now() between starts_at and ends_at`
    expect(await count(withCoupon)).toBe(1)
  })

  it('does nothing where it is there already', async () => {
    const before = await count(sql`select count(*) as n from items`)
    await seedDemoNetwork(server.ctx, { ...SMALL, progress: () => expect.unreachable() })
    expect(await count(sql`select count(*) as n from items`)).toBe(before)
    const [{ id }] = (
      await sql<{ id: bigint }>`
      insert into members (name, roles, created_at) values ('later', '{}', now()) returning id`.execute(
        server.db,
      )
    ).rows as [{ id: bigint }]
    expect(await count(sql`select count(*) as n from members where id >= ${id}`)).toBe(1)
  })

  it('has sites by which another app gets the basic package', async () => {
    const owner = new Browser(server.url)
    expect((await owner.signIn('publisher')).status).toBe(200)
    const { app_key } = (await owner.post('/account/v1/apps', { name: '新应用' })).body
    const { sites } = (await owner.get('/account/v1/sites')).body
    expect(sites).toHaveLength(2)
    for (const { id } of sites) {
      const wanted = { app_key, package: 'basic', site_id: id }
      const answer = await owner.post('/account/v1/applications', wanted)
      expect(answer).toMatchObject({ status: 201, body: { state: 'granted' } })
    }
  })

  it('opens the gateway to its two apps and the session', async () => {
    const own = await server.call('taobao.time.get')
    const provider = await server.call('taobao.time.get', {}, { app: server.demo.provider_app })
    expect(own).toHaveProperty('time_get_response.time')
    expect(provider).toHaveProperty('time_get_response.time')
  })
})
