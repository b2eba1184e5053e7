import { withData } from '../src/cli/with-data.ts'
import { settleOrders } from '../src/domain/orders/index.ts'

// One of the processes that settle at once: waits for a line on its input, settles, tells how many.

await withData(undefined, async (ctx) => {
  process.stdout.write('ready\n')
  await new Promise((resolve) => process.stdin.once('data', resolve))
  const { orders } = await settleOrders(ctx)
  process.stdout.write(`${orders}\n`)
})
process.exit()
