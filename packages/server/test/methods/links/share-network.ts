import { findLongLink } from '../../../src/domain/links/index.ts'
import type { Link } from '../../../src/domain/links/link.ts'
import { askAsOperator } from '../../sandbox/operator.ts'
import type { Wire } from '../../setup/server.ts'
import { landingOf } from '../../setup/shop.ts'
import type { LinkNetwork } from './link-network.ts'

export const ITEM = 'taobao.tbk.item.share.convert'
export const SHOP = 'taobao.tbk.shop.share.convert'
export const TPWD = 'taobao.tbk.tpwd.share.convert'
export const CONTENT = 'taobao.tbk.content.general.link.convert'

/** A tripartite conversion by the demo publisher with the second one, who has 30 %. */
export async function shareWith(network: LinkNetwork, method: string, params: Wire): Promise<Wire> {
  const place = { adzone_id: network.adzone, sub_pid: network.record.secondPid }
  const answer = await network.server.call(method, { ...place, ...params })
  const { error_response } = answer
  return error_response ?? answer[`${method.replace('taobao.', '').replaceAll('.', '_')}_response`]
}

/** The second publisher's place as it is in links and clicks. */
export function thirdOf({ record }: LinkNetwork, shareBp: number) {
  const [, memberId, siteId, adzoneId] = record.secondPid.split('_')
  return {
    memberId: BigInt(memberId ?? 0),
    siteId: BigInt(siteId ?? 0),
    adzoneId: BigInt(adzoneId ?? 0),
    shareBp,
  }
}

export function linkIn({ server }: LinkNetwork, url: string): Link {
  const found = findLongLink(server.ctx, new URL(url).searchParams.get('e') as string)
  if (!found) throw new Error(`no link of this network: ${url}`)
  return found.link
}

/** Follows a link as a shopper; what the click's row keeps of the third party, and whether it may earn. */
export async function clickOn({ server }: LinkNetwork, url: string) {
  const { clickId } = await landingOf(url)
  return server.db
    .selectFrom('clicks')
    .select(['member_id', 'third_member_id', 'third_site_id', 'third_adzone_id', 'share_bp'])
    .select(['attributable', 'reason'])
    .where('id', '=', clickId)
    .executeTakeFirstOrThrow()
}

/** The click's row on a link of the demo publisher's that shares with the second. */
export function sharedClick(network: LinkNetwork, shareBp: number) {
  const { memberId, siteId, adzoneId } = thirdOf(network, shareBp)
  return {
    member_id: BigInt(network.record.publisherId),
    third_member_id: memberId,
    third_site_id: siteId,
    third_adzone_id: adzoneId,
    share_bp: shareBp,
    attributable: true,
    reason: null,
  }
}

/** The agreement in force between the two, as an operator sees it. */
export async function agreementInForce({ server, record }: LinkNetwork): Promise<Wire> {
  const path = `/admin/v1/agreements?state=accepted&member_id=${record.secondPublisherId}`
  return (await askAsOperator(server, path)).body.agreements[0]
}

/** A new agreement, offered by the demo publisher and accepted by the second; it replaces one in force. */
export async function agree({ server, record }: LinkNetwork, shareRate: string): Promise<Wire> {
  const { publisherId, secondPublisherId } = record
  const parties = { second_id: publisherId, third_id: secondPublisherId }
  const offer = { ...parties, share_rate: shareRate, member_id: publisherId }
  const { id } = (await askAsOperator(server, '/admin/v1/agreements', { body: offer })).body
  const body = { member_id: secondPublisherId }
  return (await askAsOperator(server, `/admin/v1/agreements/${id}/accept`, { body })).body
}
