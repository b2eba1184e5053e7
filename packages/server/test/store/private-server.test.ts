import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { findPostmaster } from '../../src/store/private/postmaster.ts'
import { startScratchServer } from '../../src/store/private/scratch-server.ts'
import { isRoot, killServer, livePid, PrivateFixture, query } from './private-fixture.ts'

const fixture = new PrivateFixture()

describe('start and stop', () => {
  it('makes a cluster that nobody else can read, and keeps its rows over a restart', async () => {
    const dataDir = join(fixture.folder, 'new', 'data')
    const first = await fixture.start(dataDir, { disposable: false })
    expect(first.tookOver).toBe(false)
    expect(first.version).toMatch(/^18\./)
    await query(first.url, 'create table kept (id int)')
    await query(first.url, 'insert into kept values (7)')
    const settings = ['fsync', 'synchronous_commit', 'jit', 'listen_addresses', 'max_connections', 'TimeZone']
    const shown = settings.map((name) => `current_setting('${name}')`).join(', ')
    expect(await query(first.url, `select ${shown}`)).toEqual(['on', 'on', 'off', '', '60', 'UTC'])
    const database = `select current_database(), pg_encoding_to_char(encoding), datcollate, current_setting('shared_buffers')
      from pg_database where datname = current_database()`
    expect(await query(first.url, database)).toEqual(['opentbk', 'UTF8', 'C', '256MB'])
    const modes = ['postgres', 'postgres.socket', 'postgres.password', 'postgres.log']
    expect(modes.map((name) => statSync(join(dataDir, name)).mode & 0o777)).toEqual([
      0o700, 0o700, 0o600, 0o600,
    ])
    if (isRoot) expect(statSync(join(dataDir, 'postgres')).uid).not.toBe(0)

    await first.stop()
    await first.stop()
    expect(await findPostmaster(join(dataDir, 'postgres'))).toBeUndefined()
    const second = await fixture.start(dataDir)
    expect(second.tookOver).toBe(false)
    expect(await query(second.url, 'select id from kept')).toEqual([7])
    expect(readdirSync(dataDir).sort()).toEqual(['postgres', ...modes.slice(1).sort()].sort())
  })

  it('asks for the password also on its own socket', async () => {
    const server = await fixture.start(join(fixture.folder, 'data'))
    const wrong = server.url.replace(/opentbk:[^@]+@/, 'opentbk:wrong@')
    await expect(query(wrong, 'select 1')).rejects.toMatchObject({ code: '28P01' })
  })

  it('gives the settings of its caller to the server', async () => {
    const server = await fixture.start(join(fixture.folder, 'data'), {
      settings: { work_mem: '9MB', listen_addresses: '*' },
    })
    const shown = "select current_setting('work_mem'), current_setting('listen_addresses')"
    expect(await query(server.url, shown)).toEqual(['9MB', ''])
  })

  it('ends open work when it is stopped, without waiting for it', async () => {
    const server = await fixture.start(join(fixture.folder, 'data'))
    const client = new pg.Client(server.url)
    client.on('error', () => undefined)
    await client.connect()
    const sleeping = client.query('select pg_sleep(600)').catch((error: Error) => error)
    await server.stop()
    expect(await sleeping).toBeInstanceOf(Error)
  })

  it('empties a log that has grown too large, keeping one older', async () => {
    const dataDir = join(fixture.folder, 'data')
    await (await fixture.start(dataDir)).stop()
    truncateSync(join(dataDir, 'postgres.log'), 11 * 1024 * 1024)
    await fixture.start(dataDir)
    expect(statSync(join(dataDir, 'postgres.log.1')).size).toBe(11 * 1024 * 1024)
    expect(statSync(join(dataDir, 'postgres.log')).size).toBeLessThan(10_000)
  })
})

describe('after a crash', () => {
  it('takes over the server of a process group that was killed, and stops it', async () => {
    const dataDir = join(fixture.folder, 'data')
    const { child, url } = await fixture.startInChild(dataDir)
    await query(url, 'create table kept (id int)')
    const pid = await livePid(dataDir)
    process.kill(-(child.pid as number), 'SIGKILL')
    await once(child, 'exit')

    const server = await fixture.start(dataDir)
    expect(server.tookOver).toBe(true)
    expect(await livePid(dataDir)).toBe(pid)
    expect(await query(server.url, 'select count(*)::int from kept')).toEqual([0])
    await server.stop()
    expect(await findPostmaster(join(dataDir, 'postgres'))).toBeUndefined()
  })

  it('gives two starts at once the same server', async () => {
    const dataDir = join(fixture.folder, 'data')
    const [first, second] = await Promise.all([fixture.startInChild(dataDir), fixture.startInChild(dataDir)])
    expect([first.tookOver, second.tookOver].sort()).toEqual([false, true])
    expect(first.url).toBe(second.url)
    const server = await fixture.start(dataDir)
    expect(server.tookOver).toBe(true)
    expect(readdirSync(dataDir).filter((name) => name.includes('.new-'))).toEqual([])
  })

  it('starts beside the lock files of a dead server, also when its pid is another program now', async () => {
    const dataDir = join(fixture.folder, 'data')
    const clusterDir = join(dataDir, 'postgres')
    await fixture.start(dataDir)
    const lockFile = await killServer(dataDir)
    const second = await fixture.start(dataDir)
    expect(second.tookOver).toBe(false)
    await killServer(dataDir)

    const stranger = fixture.runStranger(clusterDir)
    for (const path of [
      join(clusterDir, 'postmaster.pid'),
      join(dataDir, 'postgres.socket/.s.PGSQL.5432.lock'),
    ])
      writeFileSync(path, lockFile.replace(/^.*/, String(stranger.pid)))
    const third = await fixture.start(dataDir)
    expect(third.tookOver).toBe(false)
    expect(await query(third.url, 'select 1')).toEqual([1])
    expect(stranger.exitCode ?? stranger.signalCode).toBeNull()
  })

  it('gives up on a server that hangs', async () => {
    const dataDir = join(fixture.folder, 'data')
    await fixture.start(dataDir)
    const pid = await livePid(dataDir)
    process.kill(pid, 'SIGSTOP')
    try {
      await expect(fixture.start(dataDir, { takeoverMs: 500 })).rejects.toThrow(`(pid ${pid}) still runs`)
    } finally {
      process.kill(pid, 'SIGCONT')
    }
  })
})

describe('refusals', () => {
  it('names what does not fit: version, password, a setting PostgreSQL rejects', async () => {
    const dataDir = join(fixture.folder, 'data')
    await (await fixture.start(dataDir)).stop()
    const bad = fixture.start(dataDir, { settings: { max_connections: 'many' } })
    await expect(bad).rejects.toThrow(/did not start:[\s\S]*max_connections/)

    const password = join(dataDir, 'postgres.password')
    const right = readFileSync(password, 'utf8')
    writeFileSync(password, 'other\n')
    await expect(fixture.start(dataDir)).rejects.toThrow(`${password} does not hold the password`)
    expect(await findPostmaster(join(dataDir, 'postgres'))).toBeUndefined()
    rmSync(password)
    await expect(fixture.start(dataDir)).rejects.toThrow(`${password} is missing`)
    writeFileSync(password, right)

    writeFileSync(join(dataDir, 'postgres', 'PG_VERSION'), '15\n')
    await expect(fixture.start(dataDir)).rejects.toThrow(
      /PostgreSQL 15 and cannot be opened by PostgreSQL 18/,
    )
    writeFileSync(join(dataDir, 'postgres', 'PG_VERSION'), '18\n')
    await fixture.start(dataDir)
  })

  it.skipIf(!isRoot)('as root (else skipped): does not run on a cluster of root', async () => {
    const dataDir = join(fixture.folder, 'data')
    await (await fixture.start(dataDir)).stop()
    execFileSync('chown', ['-R', '0:0', join(dataDir, 'postgres')])
    await expect(fixture.start(dataDir)).rejects.toThrow('belongs to root')
  })
})

it('a scratch server leaves nothing behind', async () => {
  const server = await startScratchServer()
  expect(await query(server.url, "select current_setting('fsync')")).toEqual(['off'])
  await server.stop()
  expect(existsSync(server.dataDir)).toBe(false)
})
