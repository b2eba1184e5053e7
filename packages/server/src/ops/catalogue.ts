import { describe } from '@opentbk/top'
import type { ServerMethod } from '../methods/define.ts'
import { methods } from '../methods/index.ts'
import { describeOpenApi } from './openapi.ts'

/** Every contract as plain JSON, in the order of the names. */
export function describeCatalogue(): { methods: ReturnType<typeof describe>[] } {
  return { methods: sortedMethods().map((method) => describe(method)) }
}

/** The same contracts as an OpenAPI document. */
export function describeCatalogueAsOpenApi(): ReturnType<typeof describeOpenApi> {
  return describeOpenApi(sortedMethods())
}

function sortedMethods(): ServerMethod[] {
  return [...methods.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
}
