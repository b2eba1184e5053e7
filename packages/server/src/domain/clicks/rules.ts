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

export type Visit = {
  verb: string
  userAgent: string
  /** Sec-Purpose, Purpose and X-Moz: a browser that fetches ahead says so. */
  purpose: string
}

/** Whether nobody is behind a request: a declared crawler, a HEAD, a prefetch. */
export function isBot(visit: Visit): boolean {
  if (visit.verb === 'HEAD') return true
  if (/prefetch|prerender|preview/i.test(visit.purpose)) return true
  const agent = visit.userAgent.toLowerCase()
  return CRAWLERS.some((name) => agent.includes(name))
}

export function terminalOf(userAgent: string): 'pc' | 'wireless' {
  return /mobile|android|iphone|ipad|harmonyos|micromessenger/i.test(userAgent) ? 'wireless' : 'pc'
}

/** Clicks of one link by one shopper count once an hour. */
export const COUNT_WINDOW_MS = HOUR_MS
