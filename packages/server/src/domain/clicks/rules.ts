const HOUR_MS = 3_600_000

/** Names by which crawlers declare themselves. HTTP libraries are not among them: they count. */
const CRAWLERS = [
  'baiduspider',
  'googlebot',
  'bingbot',
  'yandexbot',
  'sogou web spider',
  'sogou inst spider',
  '360spider',
  'haosouspider',
  'bytespider',
  'yisouspider',
  'petalbot',
  'toutiaospider',
  'applebot',
  'duckduckbot',
  'facebookexternalhit',
  'twitterbot',
  'linkedinbot',
  'slackbot',
  'telegrambot',
  'discordbot',
  'whatsapp',
  'ahrefsbot',
  'semrushbot',
  'mj12bot',
  'dotbot',
  'gptbot',
  'ccbot',
  'claudebot',
  'archive.org_bot',
]

/** Whether a user agent is a crawler that says so. */
export function isCrawler(userAgent: string): boolean {
  const agent = userAgent.toLowerCase()
  return CRAWLERS.some((name) => agent.includes(name))
}

/** Whether nobody is behind a request: a declared crawler, a HEAD, a prefetch. */
export function isBot(visit: { verb: string; isPrefetch: boolean; isCrawler: boolean }): boolean {
  return visit.verb === 'HEAD' || visit.isPrefetch || visit.isCrawler
}

export function terminalOf(userAgent: string): 'pc' | 'wireless' {
  return /mobile|android|iphone|ipad|harmonyos|micromessenger/i.test(userAgent) ? 'wireless' : 'pc'
}

/** Clicks of one link by one shopper count once an hour. */
export const COUNT_WINDOW_MS = HOUR_MS

type Countable = {
  id: string
  clickedAt: Date
  shopperId: string
  linkHash: bigint
  isBot: boolean
  isNewShopper: boolean
}

/**
 * Whether each click of a group counts, as far as the group tells: bots' never do, a new shopper's does, and of a
 * shopper's clicks on one link only the first may. Undefined: if there was none within the hour before.
 */
export function countWithin(group: readonly Countable[]): (boolean | undefined)[] {
  const firsts = new Map<string, Countable>()
  for (const click of group) {
    if (click.isBot || click.isNewShopper) continue
    const key = `${click.shopperId} ${click.linkHash}`
    const first = firsts.get(key)
    if (!first || isBefore(click, first)) firsts.set(key, click)
  }
  return group.map((click) => {
    if (click.isBot || click.isNewShopper) return !click.isBot
    return firsts.get(`${click.shopperId} ${click.linkHash}`) === click ? undefined : false
  })
}

function isBefore(one: Countable, other: Countable): boolean {
  const ms = one.clickedAt.getTime() - other.clickedAt.getTime()
  return ms < 0 || (ms === 0 && one.id < other.id)
}
