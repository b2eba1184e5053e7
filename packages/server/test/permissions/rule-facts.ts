import type { NetworkSettings } from '../../src/domain/network-settings/index.ts'
import { settingsList } from '../../src/domain/network-settings/settings-list.ts'
import type { OpeningFacts } from '../../src/domain/permissions/judgement.ts'

const NOW = Date.UTC(2026, 2, 31, 4)
const DAY_MS = 86_400_000

/** So many days from now, and so many milliseconds. */
export function day(days: number, ms = 0): Date {
  return new Date(NOW + days * DAY_MS + ms)
}

/** What the program has. */
export const settings = Object.fromEntries(
  Object.entries(settingsList).map(([key, { default: value, unit }]) => [
    key,
    unit === 'fen' ? BigInt(value) : value,
  ]),
) as unknown as NetworkSettings

type Given = Partial<Omit<OpeningFacts, 'site'>> & { site?: Partial<OpeningFacts['site']> }

/** A website for which every rule is met but share's. */
export function facts({ site, ...given }: Given): OpeningFacts {
  return {
    site: {
      ...{ id: 1n, memberId: 2n, kind: 'website', category: '导购', status: 'approved', isPlatform: false },
      ...{ points: 0, componentSeen: day(-1), componentAttestedAt: undefined },
      ...{ downloads: 1_000_000n, dailyUsers: undefined },
      ...site,
    },
    averages: { clicks: 50_000, paidFen: 10_000_000n },
    hasBasic: true,
    isInvited: true,
    hasViolation: false,
    at: day(0),
    ...given,
  }
}
