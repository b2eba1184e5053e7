import type { Figures } from '../decisions/index.ts'

export const caseKinds = ['clicks_without_orders', 'one_shopper', 'self_purchase', 'refund_rate'] as const
export type CaseKind = (typeof caseKinds)[number]

export const caseStates = ['open', 'confirmed', 'dismissed'] as const
export type CaseState = (typeof caseStates)[number]

/** What a reviewer may decide of an open case. */
export const caseDecisions = ['confirm', 'dismiss'] as const
export type CaseDecision = (typeof caseDecisions)[number]

/** What on a day of a site looks like cheating. It waits for a person and changes nothing until then. */
export type CheatingCase = {
  id: bigint
  kind: CaseKind
  siteId: bigint
  siteName: string
  /** Whose site it is. */
  memberId: bigint
  day: string
  /** Those that raised it, with the settings they were measured by. */
  figures: Figures
  state: CaseState
  raisedAt: Date
  decidedAt: Date | undefined
  /** By the command line none is known. */
  operatorId: bigint | undefined
  /** Why it was decided so. */
  reason: string | undefined
}

/** What each kind means, for the audit log and for the member. */
export const caseWords: Readonly<Record<CaseKind, { zh: string; en: string }>> = {
  clicks_without_orders: {
    zh: '点击量远高于以往且无成交',
    en: 'clicks far above its own past, and no order',
  },
  one_shopper: { zh: '同一用户大量点击', en: 'very many clicks of one shopper' },
  self_purchase: { zh: '推广者自购', en: 'purchases by the promoter' },
  refund_rate: { zh: '退款率过高', en: 'too many refunded orders' },
}
