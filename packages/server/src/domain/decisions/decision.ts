import type { Package } from '@opentbk/top'

/** Who decided: a rule by itself, an operator (by the command line none is known), or the member. */
export type DecidedBy =
  | { kind: 'rule' }
  | { kind: 'operator'; operatorId: bigint | undefined }
  | { kind: 'member'; memberId: bigint }

/** What a decision was about, as far as each applies. */
export type DecisionAbout = {
  /** The member whom it concerns. */
  memberId?: bigint | undefined
  siteId?: bigint | undefined
  appId?: bigint | undefined
  package?: Package | undefined
  /** The application, grant, appeal, report or case that was decided. */
  subjectId?: bigint | undefined
}

/** What is written into figures: JSON, with money in fen and numbers beyond 2^53 as text. */
export type Figures = Readonly<Record<string, unknown>>

export type Decision = DecisionAbout & {
  id: bigint
  /** What was decided, such as `site.approve` or `permission.withdraw`. */
  kind: string
  by: DecidedBy
  reason: string
  /** What the decision was made from. */
  figures: Figures
  /** Business time. */
  at: Date
}
