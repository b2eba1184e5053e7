import { encodeItemId } from '../../../src/domain/goods/index.ts'
import type { DemoRecord } from '../../../src/seed/demo-record.ts'
import { demoSecrets } from '../../../src/seed/demo-secrets.ts'
import { findDemoRecord } from '../../../src/seed/index.ts'
import { type CallOptions, startTestServer, type TestServer, type Wire } from '../../setup/server.ts'

/** A network seen by its demo publisher, by a foreign one, and by a service provider. */
export type LinkNetwork = {
  server: TestServer
  record: DemoRecord
  items: readonly string[]
  adzone: string
  site: string
  /** The second publisher, and the first demo item's wire id as theirs. */
  foreign: { adzone: string; site: string; app: NonNullable<CallOptions['app']>; item: string }
  session: string
  /** An item's wire id for the demo publisher. */
  wireId(id: bigint): string
}

export type Converted = {
  material_url_list?: { material_url_list: Wire[] }
  shop_url_list?: { shop_url_list: Wire[] }
  event_url_list?: { event_url_list: Wire[] }
  item_url_list?: { item_url_list: Wire[] }
}

export const DG = 'taobao.tbk.dg.general.link.convert'
export const SC = 'taobao.tbk.sc.general.link.convert'

export async function startLinkNetwork(): Promise<LinkNetwork> {
  const server = await startTestServer()
  const record = (await findDemoRecord(server.db)) as DemoRecord
  const { keys } = server.ctx
  const [, , site = '', adzone = ''] = record.pid.split('_')
  const [, , foreignSite = '', foreignAdzone = ''] = record.secondPid.split('_')
  return {
    server,
    record,
    items: server.demo.item_ids,
    adzone,
    site,
    foreign: {
      adzone: foreignAdzone,
      site: foreignSite,
      app: { key: record.secondAppKey, secret: demoSecrets(keys).secondApp },
      item: encodeItemId(keys, BigInt(record.itemIds[0] as string), BigInt(record.secondPublisherId)),
    },
    session: server.demo.provider_app.session,
    wireId: (id) => encodeItemId(keys, id, BigInt(record.publisherId)),
  }
}

/** A conversion by the demo publisher's own app; errors of the whole call fail the test. */
export async function convert(network: LinkNetwork, params: Record<string, unknown>): Promise<Converted> {
  const answer = await network.server.call(DG, { adzone_id: network.adzone, ...params })
  if (answer.error_response) throw new Error(JSON.stringify(answer.error_response))
  return answer.tbk_dg_general_link_convert_response.data
}

/** The first demo item converted: its promotion, coupon and links. */
export async function convertItem(network: LinkNetwork, item: Record<string, unknown> = {}): Promise<Wire> {
  const data = await convert(network, { item_dto: [{ item_id: network.items[0], ...item }] })
  return data.item_url_list?.item_url_list[0]
}

/** One pasted text converted. */
export async function convertMaterial(network: LinkNetwork, text: string): Promise<Wire> {
  const data = await convert(network, { material_dto: [{ material_url: text }] })
  return data.material_url_list?.material_url_list[0]
}

/** The same conversion by another promoter. */
export async function convertForeign(
  network: LinkNetwork,
  params: Record<string, unknown>,
): Promise<Converted> {
  const { app, adzone } = network.foreign
  const answer = await network.server.call(DG, { adzone_id: adzone, ...params }, { app })
  if (answer.error_response) throw new Error(JSON.stringify(answer.error_response))
  return answer.tbk_dg_general_link_convert_response.data
}

/** The h. link of a full 淘口令. */
export function linkInTpwd(full: string): string {
  return /https?:\S+/.exec(full)?.[0] ?? ''
}
