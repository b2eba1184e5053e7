import { catalogue } from './catalogue.generated.ts'
import type { ServerMethod } from './define.ts'

/** Every method of this server by its wire name. */
export const methods: ReadonlyMap<string, ServerMethod> = new Map(
  catalogue.map((method) => [method.name, method]),
)
