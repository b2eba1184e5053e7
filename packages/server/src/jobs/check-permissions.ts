import type { Context } from '../context.ts'
import { rollUpDays } from '../domain/figures/index.ts'
import { checkPermissions as check } from '../domain/permissions/index.ts'

/** Looks at every permission package that rules may take, after the figures of the day before are there. */
export async function checkPermissions(ctx: Context): Promise<Awaited<ReturnType<typeof check>>> {
  await rollUpDays(ctx)
  return check(ctx)
}
