import { afterAll, beforeAll, expect, test } from 'vitest'
import { DG, type LinkNetwork, SC, startLinkNetwork } from '../methods/links/link-network.ts'
import { CONTENT, ITEM } from '../methods/links/share-network.ts'
import type { CallOptions, Wire } from '../setup/server.ts'

const PARSE = 'taobao.tbk.dg.general.link.parse'
const SEARCH = 'taobao.tbk.dg.material.optional.upgrade'

let network: LinkNetwork
/** The demo publisher's other site: its app has every package for it too. */
let mobile: { site: string; adzone: string }

beforeAll(async () => {
  network = await startLinkNetwork()
  const { id, site_id } = await network.server.db
    .selectFrom('adzones')
    .select(['id', 'site_id'])
    .where('member_id', '=', BigInt(network.record.publisherId))
    .where('site_id', '<>', BigInt(network.site))
    .executeTakeFirstOrThrow()
  mobile = { site: String(site_id), adzone: String(id) }
})
afterAll(() => network.server.close())

const item = () => network.items[0]
const calls: Readonly<Record<string, () => Wire>> = {
  [DG]: () => ({ item_id_list: item() }),
  [PARSE]: () => ({ material_dto: [{ material_url: `${network.server.url}/shop/items/1` }] }),
  [ITEM]: () => ({ fields: 'click_url', num_iids: item(), sub_pid: network.record.secondPid }),
  [CONTENT]: () => ({ item_dto: [{ item_id: item() }], sub_pid: network.record.secondPid }),
  [SEARCH]: () => ({ q: '家用' }),
}

async function refusal(method: string, place: Wire, options?: CallOptions): Promise<Wire> {
  const params = { ...calls[method === SC ? DG : method]?.(), ...place }
  const { code, sub_code, sub_msg } =
    (await network.server.call(method, params, options)).error_response ?? {}
  return code === undefined ? undefined : { code, sub_code, sub_msg }
}

const onMobile = (method: string) => refusal(method, { adzone_id: mobile.adzone })
const onWebsite = (method: string) => refusal(method, { adzone_id: network.adzone })
const setGrants = (packages: readonly string[], status: string) =>
  network.server.db
    .updateTable('permission_grants')
    .set({ status })
    .where('site_id', '=', BigInt(mobile.site))
    .where('package', 'in', packages)
    .execute()

test('the first call works for every adzone of the demo publisher', async () => {
  for (const method of Object.keys(calls)) {
    expect([method, await onMobile(method), await onWebsite(method)]).toEqual([method, undefined, undefined])
  }
})

test('a package is for its site: without it links are refused there, and nowhere else', async () => {
  await setGrants(['link'], 'withdrawn')
  await expect.poll(async () => (await onMobile(DG))?.code).toBe(11)
  const limited = {
    code: 11,
    sub_code: 'isv.permission-api-package-limit',
    // The app has all packages for some site.
    sub_msg: 'scope ids is 11655 11998 12403 14814 14474 19001 19002 19003 19004 19005',
  }
  for (const method of [DG, PARSE]) {
    expect([method, await onMobile(method)]).toEqual([method, limited])
    expect([method, await onWebsite(method)]).toEqual([method, undefined])
  }
  for (const method of [ITEM, CONTENT, SEARCH]) {
    expect([method, await onMobile(method)]).toEqual([method, undefined])
  }
  await setGrants(['share'], 'withdrawn')
  await expect.poll(async () => (await onMobile(ITEM))?.code).toBe(11)
  expect(await onMobile(CONTENT)).toEqual(limited)
  expect(await onWebsite(CONTENT)).toBeUndefined()
})

test('a foreign adzone is answered as before, like an unknown one', async () => {
  const unknown = await refusal(DG, { adzone_id: '1' })
  expect(unknown).toMatchObject({ code: 15, sub_code: '2' })
  expect(await refusal(DG, { adzone_id: network.foreign.adzone })).toEqual(unknown)
})

test('by a session the provider’s package for any site is enough', async () => {
  const place = { adzone_id: mobile.adzone, site_id: mobile.site }
  expect(await refusal(SC, place, { session: network.session })).toBeUndefined()
})

test('a grant without a site is for all of them', async () => {
  const { app_id } = await network.server.db
    .selectFrom('permission_grants')
    .select('app_id')
    .where('site_id', '=', BigInt(mobile.site))
    .executeTakeFirstOrThrow()
  const grant = { app_id, package: 'link', site_id: null, status: 'granted', granted_at: new Date() }
  await network.server.db.insertInto('permission_grants').values(grant).execute()
  await expect.poll(() => onMobile(DG)).toBeUndefined()
  expect((await onMobile(ITEM)).code).toBe(11)
})
