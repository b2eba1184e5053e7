import type { AddressInfo } from 'node:net'
import { createApp } from '../../src/app.ts'
import type { Context } from '../../src/context.ts'
import { openNetwork } from '../../src/open-network.ts'
import { createTestDatabase } from '../setup/database.ts'
import { testConfig, testLog } from '../setup/server.ts'

export type ProductionServer = {
  url: string
  ctx: Context
  /** The one member there is: a publisher. */
  memberId: bigint
  close(): Promise<void>
}

/** A server in production mode: no demo network, no sandbox hints. */
export async function startProductionServer(): Promise<ProductionServer> {
  const database = await createTestDatabase({ empty: true })
  const network = await openNetwork({
    databaseUrl: database.url,
    config: testConfig('https://network.example', 'production'),
    log: testLog,
    say: () => {},
    onLost: (error) => {
      throw error
    },
  })
  const http = await createApp(network.ctx)
  await http.listen({ host: '127.0.0.1', port: 0 })
  const { id } = await network.ctx.store.read
    .insertInto('members')
    .values({ name: 'publisher', roles: ['publisher'], created_at: new Date() })
    .returning('id')
    .executeTakeFirstOrThrow()
  return {
    url: `http://127.0.0.1:${(http.server.address() as AddressInfo).port}`,
    ctx: network.ctx,
    memberId: id,
    async close() {
      await http.close()
      await network.close()
      await database.drop()
    },
  }
}
