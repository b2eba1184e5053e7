import { randomBytes } from 'node:crypto'
import { openNetwork } from '../../src/open-network.ts'
import { seedDemoNetwork } from '../../src/seed/seed-demo-network.ts'
import { startScratchServer } from '../../src/store/private/scratch-server.ts'
import { admin, onDatabase } from './database.ts'
import { testConfig, testLog } from './server.ts'

const DEMO = { items: 1200, shops: 30 }

/** Before all tests: a PostgreSQL (private, or the given one) with a seeded template database. */
export default async function setup(): Promise<() => Promise<void>> {
  const external =
    process.env.OPENTBK_TEST_STORE === 'external' ? process.env.OPENTBK_TEST_DATABASE_URL : undefined
  const scratch = external ? undefined : await startScratchServer()
  const serverUrl = external ?? (scratch?.url as string)
  const template = `opentbk_template_${randomBytes(6).toString('hex')}`
  process.env.OPENTBK_TEST_SERVER_URL = serverUrl
  process.env.OPENTBK_TEST_TEMPLATE = template
  await admin(serverUrl, `create database ${template} template template0 encoding 'UTF8'`)
  const network = await openNetwork({
    databaseUrl: onDatabase(serverUrl, template),
    config: testConfig('http://127.0.0.1:1'),
    log: testLog,
    say: () => {},
    onLost: (error) => {
      throw error
    },
  })
  await seedDemoNetwork(network.ctx, { ...DEMO, progress: () => {} })
  await network.close()
  return async () => {
    await admin(serverUrl, `drop database if exists ${template} with (force)`)
    await scratch?.stop()
  }
}
