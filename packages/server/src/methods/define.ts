import { contracts, type Method } from '@opentbk/top'
import type { CallContext } from '../context.ts'

export type ServerMethod = Method<CallContext>

export const { method, doors } = contracts<CallContext>()
