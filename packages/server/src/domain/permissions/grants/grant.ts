import type { Package } from '@opentbk/top'

export const packages = [
  'basic',
  'link',
  'share',
  'order',
  'publisher',
  'reward',
  'report',
  'audience',
  'community',
  'content',
] as const satisfies readonly Package[]

export const packageNames: Readonly<Record<Package, string>> = {
  basic: '基础API',
  link: '链接API',
  share: '三方API',
  order: '订单',
  publisher: '渠道管理',
  reward: '奖励',
  report: '报表',
  audience: '人群',
  community: '社群',
  content: '内容',
}

export const grantStatuses = ['granted', 'withdrawn'] as const
export type GrantStatus = (typeof grantStatuses)[number]

/** How it was got: decided at once by the rules, by a reviewer of an application, or given by the operator. */
export type Basis = 'rule' | 'review' | 'operator'

export type LossCause = 'rule' | 'no_calls' | 'no_orders' | 'violation' | 'operator'

/** A package that an app holds, or held, for a site. */
export type Grant = {
  id: bigint
  appId: bigint
  appKey: string
  /** Whose app it is. */
  memberId: bigint
  package: Package
  /** Undefined: for all sites. */
  siteId: bigint | undefined
  siteName: string | undefined
  status: GrantStatus
  basis: Basis
  /** Whether the rules may take it. */
  isChecked: boolean
  grantedAt: Date
  /** The last reinstatement. */
  countedFrom: Date | undefined
  withdrawnAt: Date | undefined
  withdrawnCause: LossCause | undefined
}

/** A grant for one site: those that the rules may take all are. */
export type SiteGrant = Grant & { siteId: bigint }

export function isOfSite(grant: Grant): grant is SiteGrant {
  return grant.siteId !== undefined
}
