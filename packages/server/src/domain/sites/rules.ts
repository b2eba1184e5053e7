import type { Filing, Site, SiteKind } from './site.ts'

const BUNDLE_NAME = /^[A-Za-z][\w-]*(\.[A-Za-z0-9][\w-]*)+$/

/** An address as it is kept, its host in lower case and ASCII; else what is wrong with it. */
export function readAddress(kind: SiteKind, text: string): { address: string } | { problem: string } {
  if (kind === 'app' && BUNDLE_NAME.test(text)) return { address: text }
  const expected =
    kind === 'app' ? 'an http(s) store link or a bundle name expected' : 'an http(s) address expected'
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return { problem: expected }
  const url = new URL(text)
  if (url.username !== '' || url.password !== '') return { problem: 'an address without a user expected' }
  if (!isNamed(url.hostname)) return { problem: 'a host name expected, like www.example.com' }
  return { address: url.href }
}

// One word would make every host under a top-level domain the site's own.
function isNamed(host: string): boolean {
  return host === 'localhost' || withoutWww(host).includes('.')
}

/** The host whose pages are the site's; an app has none, for its store link is the store's. */
export function hostOf({ kind, address }: Pick<Site, 'kind' | 'address'>): string | undefined {
  return kind !== 'app' && URL.canParse(address) ? new URL(address).hostname : undefined
}

/** Whether a host is the site's, or lies under it. `www.` makes no difference on either side. */
export function isOwnHost(host: string, siteHost: string | undefined): boolean {
  if (siteHost === undefined) return false
  const [asked, own] = [withoutWww(host), withoutWww(siteHost)]
  return asked === own || asked.endsWith(`.${own}`)
}

// A dot at the end is the same host; `www.com` itself is a name, not a `www.` before one.
function withoutWww(host: string): string {
  const plain = host.endsWith('.') ? host.slice(0, -1) : host
  const rest = plain.startsWith('www.') ? plain.slice(4) : plain
  return rest.includes('.') ? rest : plain
}

/** Why a site cannot be filed again; undefined when it can. */
export function whyNotRefile({ status }: Site): string | undefined {
  return status === 'refused' ? undefined : `it is ${status}: only a refused site is filed again`
}

/** Why a review cannot be decided so; undefined when it can. */
export function whyNotReview({ status }: Site): string | undefined {
  return status === 'filed' ? undefined : `it is ${status} already`
}

export function whyNotApproved({ status }: Site): string | undefined {
  return status === 'approved' ? undefined : `it is ${status}, not approved`
}

export function whyNotClose({ status }: Site): string | undefined {
  return status === 'withdrawn' ? 'it is withdrawn already' : undefined
}

/** Whether what the component told of the site before still says something about it. */
export function isElsewhere(site: Site, filing: Filing): boolean {
  const place = (of: Pick<Site, 'kind' | 'address'>) => withoutWww(hostOf(of) ?? '')
  return place(site) !== place(filing)
}

export function whyNotReport({ status }: Site): string | undefined {
  return status === 'filed' || status === 'approved' ? undefined : `it is ${status}`
}
