import type { Package } from '@opentbk/top'
import type { NetworkSettings } from '../../network-settings/index.ts'
import type { InTwoLanguages, Judgement } from '../judgement.ts'
import { lasting, unmet } from '../rules.ts'
import type { Threat } from '../threats.ts'
import { type Grant, packageNames } from './grant.ts'

/** The rules that are not met, each by its number, with figure and threshold. */
export function unmetFindings(judgements: readonly Judgement[]): InTwoLanguages[] {
  return unmet(judgements).map(({ rule, zh, en }) => {
    // Those that have no number of their own say themselves what they are.
    const isNumbered = /^[二三]/.test(rule)
    return isNumbered ? { zh: `${rule}：${zh}`, en: `${rule}: ${en}` } : { zh, en }
  })
}

/** Why the package may be lost or is, for people. */
export function threatFindings(
  threat: Threat,
  of: { judgements: readonly Judgement[]; settings: Pick<NetworkSettings, 'idleDays'> },
): InTwoLanguages[] {
  const { cause, since, daysLeft } = threat
  if (cause === 'rule') {
    const head = {
      zh: `三 1：自 ${since} 起不符合开放规则`,
      en: `三 1: opening rules do not hold since ${since}`,
    }
    return [head, ...unmetFindings(lasting(of.judgements))]
  }
  const { idleDays } = of.settings
  const days = idleDays - daysLeft
  const [zh, en] =
    cause === 'no_calls'
      ? ['无该权限包的调用', 'without a call of its methods']
      : ['无成交', 'without a paid order']
  return [
    {
      zh: `三 2：自 ${since} 起连续 ${days} 天${zh}，满 ${idleDays} 天即清退`,
      en: `三 2: ${days} days in a row ${en} since ${since}; ${idleDays} end it`,
    },
  ]
}

/** Which package of which app for which site. */
export function nameOf(
  of: Pick<Grant, 'appKey' | 'siteId' | 'siteName'> & { package: Package },
): InTwoLanguages {
  const site = of.siteId === undefined ? undefined : `${of.siteName ?? ''}(${of.siteId})`
  return {
    zh: `${packageNames[of.package]}（应用 ${of.appKey}${site === undefined ? '' : `，媒体 ${site}`}）`,
    en: `${of.package} (app ${of.appKey}${site === undefined ? '' : `, site ${site}`})`,
  }
}

/** The same for the audit log, on one line. */
export function reasonOf(findings: readonly InTwoLanguages[]): string {
  return `${findings.map(({ zh }) => zh).join('；')} / ${findings.map(({ en }) => en).join('; ')}`
}

/** A notice's text: a first line, and a line each of what was found. */
export function inLines(first: InTwoLanguages, findings: readonly InTwoLanguages[]): InTwoLanguages {
  return {
    zh: [first.zh, ...findings.map(({ zh }) => zh)].join('\n'),
    en: [first.en, ...findings.map(({ en }) => en)].join('\n'),
  }
}
