// Printed by npm run generate from the files in this folder.
import type { ServerMethod } from './define.ts'
import { appipGet } from './system/appip.get.ts'
import { timeGet } from './system/time.get.ts'

export const catalogue: readonly ServerMethod[] = [
  appipGet,
  timeGet,
]
