import { formatGmt8 } from '@opentbk/top'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { checkPermissions, recheckSite } from '../../src/domain/permissions/index.ts'
import type { Wire } from '../setup/server.ts'
import {
  getBasic,
  openSite,
  type PermissionNetwork,
  startPermissionNetwork,
  told,
} from './permission-network.ts'

const SITES = 5
const DAY_MS = 86_400_000

let network: PermissionNetwork
let sites: string[]

beforeEach(async () => {
  network = await startPermissionNetwork()
  sites = []
  for (let n = 0; n < SITES; n++) {
    const site = await openSite(network)
    await getBasic(network, site)
    sites.push(site)
  }
})
afterEach(() => network.server.close())

/** The clock goes on without its jobs. */
function leap(days: number): void {
  network.server.ctx.clock.aheadMs += days * DAY_MS
}

const rows = (table: 'grant_checks' | 'grant_warnings' | 'decisions') =>
  network.server.db.selectFrom(table).selectAll().execute() as Promise<Wire[]>
const noticesOf = async (kind: string) => (await told(network)).filter((one) => one.kind === kind)
const check = () => checkPermissions(network.server.ctx)
const idle = { checked: 0, warned: 0, withdrawn: 0, redated: 0 }

test('looks at each grant once a day', async () => {
  expect(await check()).toEqual({ ...idle, checked: SITES })
  expect(await check()).toEqual(idle)
  leap(1)
  expect(await check()).toEqual({ ...idle, checked: SITES })
  const today = formatGmt8(network.server.ctx.clock.now()).slice(0, 10)
  expect((await rows('grant_checks')).map((row) => row.checked_on)).toEqual(Array(SITES).fill(today))
})

test('cut off in the middle and run again, it neither skips nor repeats a notice', async () => {
  leap(24)
  const broken = breakAt(3)
  await expect(checkPermissions(broken)).rejects.toThrow('cut off')
  expect(await noticesOf('permission.warn')).toEqual([])
  expect(await rows('grant_checks')).toEqual([])
  expect(await check()).toEqual({ ...idle, checked: SITES, warned: SITES })
  expect(await check()).toEqual(idle)
  expect(await noticesOf('permission.warn')).toHaveLength(SITES)
  leap(7)
  await expect(checkPermissions(breakAt(3))).rejects.toThrow('cut off')
  expect(await noticesOf('permission.withdraw')).toEqual([])
  expect(await check()).toEqual({ ...idle, checked: SITES, withdrawn: SITES })
  expect(await noticesOf('permission.withdraw')).toHaveLength(SITES)
  expect((await rows('decisions')).filter((row) => row.kind === 'permission.withdraw')).toHaveLength(SITES)
})

/** A server whose keys fail once some mails of a transaction are sealed: what was done of it is undone. */
function breakAt(mail: number): PermissionNetwork['server']['ctx'] {
  const { ctx } = network.server
  let sealed = 0
  const keys = Object.create(ctx.keys, {
    seal: {
      value: (...of: Parameters<typeof ctx.keys.seal>) => {
        if (++sealed === mail) throw new Error('cut off')
        return ctx.keys.seal(...of)
      },
    },
  })
  return { ...ctx, keys }
}

test('two at once share the work and repeat nothing', async () => {
  leap(31)
  const done = await Promise.all([check(), check(), check()])
  const sum = (name: keyof typeof idle) => done.reduce((total, one) => total + one[name], 0)
  expect([sum('checked'), sum('withdrawn')]).toEqual([SITES, SITES])
  expect(await noticesOf('permission.withdraw')).toHaveLength(SITES)
})

test('a grant that somebody holds for a while is waited for by all, and looked at by one', async () => {
  leap(24)
  const { pool } = network.server.ctx.store
  const count = async (query: string) => (await pool.query(query)).rows.length
  const holder = await pool.connect()
  await holder.query('begin')
  await holder.query('select id from permission_grants where is_checked order by id limit 1 for update')
  const checking = [check(), check()]
  const waiting = `select from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock' and query like '%permission_grants%'`
  await expect.poll(() => count(waiting), { timeout: 5000 }).toBe(2)
  expect(await count('select from grant_checks')).toBe(SITES - 1)
  await holder.query('commit')
  holder.release()
  const done = await Promise.all(checking)
  expect(done.reduce((sum, { checked }) => sum + checked, 0)).toBe(SITES)
  expect(await noticesOf('permission.warn')).toHaveLength(SITES)
})

test('of a site of which nothing changed it takes nothing', async () => {
  await recheckSite(network.server.ctx, BigInt(sites[0] as string))
  await recheckSite(network.server.ctx, 999_999_999n)
  expect(await noticesOf('permission.withdraw')).toEqual([])
})
