export const siteKinds = ['website', 'app', 'channel'] as const
export type SiteKind = (typeof siteKinds)[number]

export const siteStatuses = ['filed', 'approved', 'refused', 'withdrawn'] as const
export type SiteStatus = (typeof siteStatuses)[number]

/** 返利, 入口 and 代购 are those that the rules shut out of the link API. */
export const siteCategories = [
  '导购',
  '内容',
  '社交',
  '工具',
  '比价',
  '优惠券',
  '返利',
  '入口',
  '代购',
  '其他',
] as const
export type SiteCategory = (typeof siteCategories)[number]

/** A medium (媒体) as it is on file (备案). */
export type Site = {
  id: bigint
  memberId: bigint
  kind: SiteKind
  name: string
  /** An http(s) address, or for an app also its bundle name. */
  address: string
  category: SiteCategory
  status: SiteStatus
  /** 平台类媒体, as a reviewer found it. */
  isPlatform: boolean
  /** When a reviewer saw that it is its owner's, and that the component is on it. */
  ownerAttestedAt: Date | undefined
  componentAttestedAt: Date | undefined
  reviewedAt: Date | undefined
  reviewReason: string | undefined
  createdAt: Date
}

/** What the owner says of a site when filing it. */
export type Filing = { kind: SiteKind; name: string; address: string; category: SiteCategory }

/** What the rules of the permission packages read of a site. */
export type SiteFacts = {
  id: bigint
  memberId: bigint
  kind: SiteKind
  category: SiteCategory
  status: SiteStatus
  isPlatform: boolean
  /** Deduction points (扣分) in force. */
  points: number
  /** When the component last reported from the site's own host. */
  componentSeen: Date | undefined
  /** When a reviewer saw the component; it holds until a reviewer takes it back. */
  componentAttestedAt: Date | undefined
  /** As reported by the owner and confirmed, while that is recent. */
  downloads: bigint | undefined
  dailyUsers: bigint | undefined
}
