import type { Figures } from '../decisions/index.ts'
import type { SiteFacts } from '../sites/index.ts'

/** The rules by their numbers in the API rules (2017-08-01); the first two are how we read 二（二）. */
export type RuleNumber =
  | 'basic'
  | 'invitation'
  | '二（一）1'
  | '二（一）2'
  | '二（一）3'
  | '二（二）1（1）'
  | '二（二）1（2）'
  | '二（二）1（3）'
  | '二（二）2'
  | '三 3'

/**
 * Why a rule does not hold. What somebody did (act) takes a package at once; figures may recover and have days
 * of grace; without an invitation nobody applies, but nothing is lost for that.
 */
export type UnmetBy = 'act' | 'figures' | 'invitation'

export type InTwoLanguages = { zh: string; en: string }

/** One rule, as it was found: its figures beside its thresholds, and both in a sentence. */
export type Judgement = InTwoLanguages & {
  rule: RuleNumber
  isMet: boolean
  /** Undefined where it is met. */
  unmetBy: UnmetBy | undefined
  figures: Figures
  thresholds: Figures
}

/** What the rules of one package read of an app and a site. */
export type OpeningFacts = {
  site: SiteFacts
  /** A day, over the days that the setting says. */
  averages: { clicks: number; paidFen: bigint }
  /** The app holds basic for this site. */
  hasBasic: boolean
  isInvited: boolean
  /** Links of the site are stopped after a violation. */
  hasViolation: boolean
  at: Date
}
