import { withData } from '../src/cli/with-data.ts'
import { checkPermissions } from '../src/domain/permissions/index.ts'

// The daily check in a process of its own, to be killed in the middle.

await withData(undefined, async (ctx) => {
  process.stdout.write('ready\n')
  await checkPermissions(ctx)
})
process.exit()
