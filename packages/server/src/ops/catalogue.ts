import { describe } from '@opentbk/top'
import { methods } from '../methods/index.ts'

/** Every contract as plain JSON, in the order of the names. */
export function describeCatalogue(): { methods: ReturnType<typeof describe>[] } {
  const sorted = [...methods.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
  return { methods: sorted.map((method) => describe(method)) }
}
