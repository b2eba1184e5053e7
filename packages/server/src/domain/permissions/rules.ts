import { formatYuan, type Package } from '@opentbk/top'
import type { NetworkSettings } from '../network-settings/index.ts'
import type { Judgement, OpeningFacts, UnmetBy } from './judgement.ts'

const DAY_MS = 86_400_000
/** Found only when a package opens: whoever holds one does not lose it for want of them. */
const OF_OPENING: readonly Judgement['rule'][] = ['invitation', '三 3']
const SHUT_OUT: readonly string[] = ['返利', '入口', '代购']

const statuses = {
  filed: { zh: '待审核', en: 'filed' },
  approved: { zh: '审核通过', en: 'approved' },
  refused: { zh: '审核未通过', en: 'refused' },
  withdrawn: { zh: '已撤销', en: 'withdrawn' },
}

/** Every rule under which a package opens, each with what was found. None for those that the operator gives. */
export function judge(pkg: Package, facts: OpeningFacts, settings: NetworkSettings): Judgement[] {
  if (pkg === 'basic')
    return [approval(facts), component(facts, settings), points(facts, settings), violation(facts)]
  if (pkg !== 'link' && pkg !== 'share') return []
  const entry = [basic(facts), ...(settings.openApplications ? [] : [invitation(facts)]), violation(facts)]
  if (pkg === 'share') return [...entry, platform(facts, settings)]
  const ofKind = facts.site.kind === 'app' ? audience(facts, settings) : category(facts)
  return [...entry, volume(facts, settings), ofKind]
}

export function isOpen(judgements: readonly Judgement[]): boolean {
  return judgements.every(({ isMet }) => isMet)
}

/** Those of the rules that hold for as long as a package is held. */
export function lasting(judgements: readonly Judgement[]): Judgement[] {
  return judgements.filter(({ rule }) => !OF_OPENING.includes(rule))
}

export function unmet(judgements: readonly Judgement[], by?: UnmetBy): Judgement[] {
  return judgements.filter(({ isMet, unmetBy }) => !isMet && (by === undefined || unmetBy === by))
}

type Found = Omit<Judgement, 'unmetBy'>

function found(given: Found, otherwise: UnmetBy): Judgement {
  return { ...given, unmetBy: given.isMet ? undefined : otherwise }
}

function approval({ site }: OpeningFacts): Judgement {
  const status = statuses[site.status]
  return found(
    {
      rule: '二（一）1',
      isMet: site.status === 'approved',
      figures: { status: site.status },
      thresholds: { status: 'approved' },
      zh: `媒体须备案审核通过：现为${status.zh}`,
      en: `the site is to be approved: it is ${status.en}`,
    },
    'act',
  )
}

function component({ site, at }: OpeningFacts, { componentLastDays }: NetworkSettings): Judgement {
  const seen = site.componentSeen
  const isSeen = seen !== undefined && at.getTime() - seen.getTime() < componentLastDays * DAY_MS
  const attested = site.componentAttestedAt
  const shown = attested ? '已由审核人员确认' : seen ? `最近出现于 ${seen.toISOString()}` : '从未出现'
  const told = attested ? 'attested by a reviewer' : seen ? `last seen ${seen.toISOString()}` : 'never seen'
  return found(
    {
      rule: '二（一）2',
      isMet: attested !== undefined || isSeen,
      figures: { seen_at: seen?.toISOString() ?? null, attested_at: attested?.toISOString() ?? null },
      thresholds: { seen_within_days: componentLastDays },
      zh: `媒体须正确部署组件（${componentLastDays} 天内在其域名下出现，或经审核确认）：${shown}`,
      en: `the component is to be deployed (seen on the site's host within ${componentLastDays} days, or attested): ${told}`,
    },
    'figures',
  )
}

function points({ site }: OpeningFacts, { basicPointsLimit: limit }: NetworkSettings): Judgement {
  return found(
    {
      rule: '二（一）3',
      isMet: site.points < limit,
      figures: { points: site.points },
      thresholds: { points_below: limit },
      zh: `媒体扣分须小于 ${limit}：现为 ${site.points}`,
      en: `deduction points are to be below ${limit}: they are ${site.points}`,
    },
    'act',
  )
}

function violation({ hasViolation }: OpeningFacts): Judgement {
  return found(
    {
      rule: '三 3',
      isMet: !hasViolation,
      figures: { violation: hasViolation },
      thresholds: { violation: false },
      zh: `媒体不得有成立的违规、作弊：${hasViolation ? '有' : '无'}`,
      en: `no confirmed violation of the site may stand: ${hasViolation ? 'one does' : 'none does'}`,
    },
    'act',
  )
}

function basic({ hasBasic }: OpeningFacts): Judgement {
  return found(
    {
      rule: 'basic',
      isMet: hasBasic,
      figures: { has_basic: hasBasic },
      thresholds: { has_basic: true },
      zh: `该应用须已为此媒体获得基础API：${hasBasic ? '已获得' : '未获得'}`,
      en: `the app is to hold basic for this site: it ${hasBasic ? 'does' : 'does not'}`,
    },
    'act',
  )
}

function invitation({ isInvited }: OpeningFacts): Judgement {
  return found(
    {
      rule: 'invitation',
      isMet: isInvited,
      figures: { is_invited: isInvited },
      thresholds: { is_invited: true },
      zh: `媒体须受邀申请：${isInvited ? '已受邀' : '未受邀'}`,
      en: `the site is to be invited: it is${isInvited ? '' : ' not'}`,
    },
    'invitation',
  )
}

function volume({ averages }: OpeningFacts, settings: NetworkSettings): Judgement {
  const { linkDailyClicks, linkDailyPaidFen, averageDays } = settings
  const [paid, wanted] = [formatYuan(averages.paidFen), formatYuan(linkDailyPaidFen)]
  const [clicks, clicksWanted] = [whole(averages.clicks), whole(linkDailyClicks)]
  return found(
    {
      rule: '二（二）1（1）',
      isMet: averages.clicks >= linkDailyClicks && averages.paidFen >= linkDailyPaidFen,
      figures: { daily_clicks: averages.clicks, daily_paid_fen: Number(averages.paidFen) },
      thresholds: {
        daily_clicks: linkDailyClicks,
        daily_paid_fen: Number(linkDailyPaidFen),
        days: averageDays,
      },
      zh: `近 ${averageDays} 个完整日的日均点击量须达 ${clicksWanted}、日均付款金额须达 ${wanted} 元：现为 ${clicks} 与 ${paid} 元`,
      en: `over ${averageDays} full days ${clicksWanted} clicks and ${wanted} yuan paid a day are needed: there are ${clicks} and ${paid}`,
    },
    'figures',
  )
}

function audience({ site }: OpeningFacts, settings: NetworkSettings): Judgement {
  const { linkDownloads, linkDailyUsers } = settings
  const downloads = Number(site.downloads ?? 0n)
  const users = Number(site.dailyUsers ?? 0n)
  return found(
    {
      rule: '二（二）1（2）',
      isMet: downloads >= linkDownloads || users >= linkDailyUsers,
      figures: { downloads, daily_users: users },
      thresholds: { downloads: linkDownloads, daily_users: linkDailyUsers },
      zh: `经确认的下载量须达 ${whole(linkDownloads)}，或日活跃用户数须达 ${whole(linkDailyUsers)}：现为 ${whole(downloads)} 与 ${whole(users)}`,
      en: `${whole(linkDownloads)} downloads or ${whole(linkDailyUsers)} daily users, confirmed, are needed: there are ${whole(downloads)} and ${whole(users)}`,
    },
    'figures',
  )
}

function category({ site }: OpeningFacts): Judgement {
  return found(
    {
      rule: '二（二）1（3）',
      isMet: !SHUT_OUT.includes(site.category),
      figures: { category: site.category },
      thresholds: { category_not: SHUT_OUT },
      zh: `媒体不得为返利、入口、代购类：现为${site.category}`,
      en: `the site may be no rebate (返利), entrance (入口) or buying-agent (代购) site: it is ${site.category}`,
    },
    'act',
  )
}

function platform({ site }: OpeningFacts, { shareDailyUsers }: NetworkSettings): Judgement {
  const users = Number(site.dailyUsers ?? 0n)
  return found(
    {
      rule: '二（二）2',
      isMet: site.isPlatform && users >= shareDailyUsers,
      figures: { is_platform: site.isPlatform, daily_users: users },
      thresholds: { is_platform: true, daily_users: shareDailyUsers },
      zh: `须为平台类媒体且经确认的日活跃用户数达 ${whole(shareDailyUsers)}：现${site.isPlatform ? '为' : '非'}平台类，日活 ${whole(users)}`,
      en: `a platform with ${whole(shareDailyUsers)} confirmed daily users is needed: it is ${site.isPlatform ? 'one' : 'none'}, with ${whole(users)}`,
    },
    site.isPlatform ? 'figures' : 'act',
  )
}

function whole(count: number): string {
  return count.toLocaleString('en')
}
