import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withCopySession } from '../../src/store/backup/copy-session.ts'
import { type ScratchServer, startScratchServer } from '../../src/store/private/scratch-server.ts'
import { admin, onDatabase } from '../setup/database.ts'
import { countRelations, sumsOf } from '../store/backup/copy-network.ts'
import { makeFolder, postmasterPid, removeFolder, runCommand, ServerProcess } from './server-process.ts'

// The commands on a private database, as people type them.

const program = new URL('../../src/cli/main.ts', import.meta.url).pathname
const folder = makeFolder()
const restoredFolder = makeFolder()
const dataDir = join(folder, 'data')
const restoredDir = join(restoredFolder, 'data')
const file = join(folder, 'network.backup')
const started: ServerProcess[] = []
let external: ScratchServer

beforeAll(async () => {
  external = await startScratchServer()
}, 60_000)
afterAll(async () => {
  await removeFolder(folder, started)
  await removeFolder(restoredFolder, [])
  await external.stop()
})

async function newDatabase(name: string): Promise<string> {
  await admin(external.url, `create database ${name} template template0 encoding 'UTF8'`)
  return onDatabase(external.url, name)
}

async function serve(data: string, env: Record<string, string> = {}): Promise<ServerProcess> {
  const server = new ServerProcess(data, ['--port', '0'], { env })
  started.push(server)
  await server.ready()
  return server
}

test('a backup of a served database; restore and move wait until nobody serves', async () => {
  const server = await serve(dataDir)
  const { code, stdout, stderr } = await runCommand(['--data', dataDir, 'backup', file])
  expect({ code, stderr }).toEqual({
    code: 0,
    stderr: expect.stringContaining(
      `does not hold the master key: keep a copy of it elsewhere: the file ${dataDir}/key`,
    ),
  })
  expect(stdout).toMatch(/^backup of sandbox data as of /)
  expect(stdout).toMatch(/^items +12000$/m)
  const target = await newDatabase('early')
  for (const args of [
    ['restore', file],
    ['move', target],
  ]) {
    const refused = await runCommand(['--data', dataDir, ...args])
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('server is running on') })
  }
  expect(await countRelations(target)).toBe(0)
  expect((await server.stop()).code).toBe(0)
})

test('a restore into a new folder: with its key beside it the network goes on', async () => {
  const done = await runCommand(['--data', restoredDir, 'restore', file])
  expect(done).toMatchObject({ code: 0, stdout: expect.stringContaining('every sum is as it was') })
  expect(await postmasterPid(restoredDir)).toBeUndefined()
  mkdirSync(restoredDir, { recursive: true })
  copyFileSync(join(dataDir, 'key'), join(restoredDir, 'key'))
  const server = await serve(restoredDir)
  expect(server.lines.some((line) => line.includes('creating the demo network'))).toBe(false)
  const answer = await server.call('taobao.tbk.dg.general.link.convert', {
    adzone_id: server.demo().pid.split('_')[3],
    item_id_list: server.demo().item_ids[0],
  })
  const [element] = answer.tbk_dg_general_link_convert_response.data.item_url_list.item_url_list
  expect(element.link_info_dto.cps_short_url).toContain('http')
  await server.stop()
  const again = await runCommand(['--data', restoredDir, 'restore', file])
  expect(again).toMatchObject({ code: 1, stderr: expect.stringContaining('holds data of OpenTBK already') })
})

test('a move to another PostgreSQL, which then serves the same network', async () => {
  const target = await newDatabase('moved')
  const { code, stdout } = await runCommand(['--data', dataDir, 'move', target])
  expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining('npm start -- --data') })
  expect(stdout).not.toContain(new URL(target).password)
  const server = await serve(dataDir, { DATABASE_URL: target })
  expect(await postmasterPid(dataDir)).toBeUndefined()
  expect(await server.call('taobao.time.get')).toHaveProperty('time_get_response.time')
  await server.stop()
})

test('a restore that is killed leaves an empty database, which the next one fills', async () => {
  const target = await newDatabase('killed')
  const env = { DATABASE_URL: target }
  const child = spawn(process.execPath, [program, 'restore', file], { env: { ...process.env, ...env } })
  await withCopySession(external.url, async (client) => {
    for (;;) {
      const { rowCount } = await client.query(
        `select from pg_stat_activity where datname = 'killed' and state = 'active' and query like 'copy "items"%'`,
      )
      if (rowCount) return
      await delay(5)
    }
  })
  child.kill('SIGKILL')
  await once(child, 'exit')
  await expect.poll(() => countRelations(target)).toBe(0)
  expect(await runCommand(['restore', file], env)).toMatchObject({ code: 0 })
  expect((await sumsOf(target)).tables.items?.rows).toBe('12000')
})
