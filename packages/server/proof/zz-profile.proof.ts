import { test } from 'vitest'
import pg from 'pg'
import { checkPermissions } from '../src/domain/permissions/index.ts'
import { createTestDatabase } from '../test/setup/database.ts'
import { startTestServer } from '../test/setup/server.ts'
import { makeGrants } from './make-grants.ts'
test('p', async () => {
  const database = await createTestDatabase()
  const server = await startTestServer({ database })
  await makeGrants(server.ctx.store.pool, { apps: 30_000, now: server.ctx.clock.now() })
  const times = new Map<string, number>()
  const proto = pg.Client.prototype as any
  const original = proto.query
  proto.query = function (...args: any[]) {
    const text = (typeof args[0] === 'string' ? args[0] : args[0]?.text ?? '?').replace(/\s+/g, ' ').trim().slice(0, 90)
    const at = performance.now()
    const result = original.apply(this, args)
    if (result?.then) result.then(() => times.set(text, (times.get(text) ?? 0) + performance.now() - at), () => {})
    else {
      // callback style
    }
    return result
  }
  const at = performance.now()
  const cpu = process.cpuUsage()
  await checkPermissions(server.ctx)
  const used = process.cpuUsage(cpu)
  process.stdout.write(`total ${performance.now() - at} cpu ${(used.user + used.system) / 1000}\n`)
  for (const [text, ms] of [...times].sort((a, b) => b[1] - a[1]).slice(0, 25)) process.stdout.write(`${ms.toFixed(0).padStart(7)} ${text}\n`)
  proto.query = original
  await server.close(); await database.drop()
}, 600_000)
