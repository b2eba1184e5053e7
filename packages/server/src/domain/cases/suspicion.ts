import type { Figures } from '../decisions/index.ts'
import type { CaseKind } from './case.ts'

/** What a check found of a site on a day. */
export type Suspicion = { kind: CaseKind; siteId: bigint; figures: Figures }

/** The day that is looked at, and when it began and ended. */
export type LookedAt = { day: string; from: Date; to: Date }
