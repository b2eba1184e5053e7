import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findNativeDir } from '../../src/store/private/private-binaries.ts'
import { StartError } from '../../src/store/start-error.ts'
import { isRoot, PrivateFixture, query } from './private-fixture.ts'

const fixture = new PrivateFixture()

function copyWithoutLinks(): string {
  const native = join(fixture.folder, 'package', 'native')
  cpSync(findNativeDir(), native, { recursive: true, verbatimSymlinks: true })
  cpSync(join(findNativeDir(), '..', 'package.json'), join(fixture.folder, 'package', 'package.json'))
  for (const entry of readdirSync(join(native, 'lib'), { withFileTypes: true })) {
    if (entry.isSymbolicLink()) rmSync(join(native, 'lib', entry.name))
  }
  return native
}

describe('places', () => {
  it('puts the socket elsewhere when its path would be too long, and removes it when stopped', async () => {
    const dataDir = join(fixture.folder, `long, "odd" ${'x'.repeat(60)}`, 'y'.repeat(60))
    const server = await fixture.start(dataDir)
    const socketDir = new URL(server.url).searchParams.get('host') ?? ''
    expect(socketDir.startsWith(dataDir)).toBe(false)
    expect(statSync(socketDir).mode & 0o777).toBe(0o700)
    expect(await query(server.url, 'select 1')).toEqual([1])
    await server.stop()
    expect(existsSync(socketDir)).toBe(false)
  })

  it('as root: moves database and programs out of a closed folder', async ({ skip }) => {
    skip(!isRoot, 'needs root: only then the server runs as another user')
    const closed = join(fixture.folder, 'closed')
    mkdirSync(closed, { mode: 0o700 })
    const native = join(closed, 'package', 'native')
    cpSync(findNativeDir(), native, { recursive: true, verbatimSymlinks: true })
    cpSync(join(findNativeDir(), '..', 'package.json'), join(closed, 'package', 'package.json'))
    const more = { systemDir: join(fixture.folder, 'system'), nativeDir: native }
    const dataDir = join(closed, 'data')
    const server = await fixture.start(dataDir, more)
    await query(server.url, 'create table kept (id int)')
    await server.stop()

    const home = readFileSync(join(dataDir, 'postgres.location'), 'utf8').trim()
    expect(home.startsWith(join(fixture.folder, 'system', 'clusters'))).toBe(true)
    expect(readFileSync(join(home, 'postgres', 'PG_VERSION'), 'utf8').trim()).toBe('18')
    expect(readdirSync(join(fixture.folder, 'system')).some((name) => name.startsWith('postgres-18.'))).toBe(
      true,
    )
    expect(fixture.lines.filter((line) => line.includes(home) && line.includes('cannot enter'))).toHaveLength(
      1,
    )
    expect(statSync(closed).mode & 0o777).toBe(0o700)

    const again = await fixture.start(dataDir, more)
    expect(await query(again.url, 'select count(*)::int from kept')).toEqual([0])
    const other = await fixture.start(join(closed, 'other'), more)
    await expect(query(other.url, 'select 1 from kept')).rejects.toThrow('kept')
    await again.stop()
    rmSync(home, { recursive: true })
    await expect(fixture.start(dataDir, more)).rejects.toThrow(/postgres\.location .* does not exist/)
  })

  it('adds the library links that an installer without scripts left out', async () => {
    const native = copyWithoutLinks()
    const server = await fixture.start(join(fixture.folder, 'data'), { nativeDir: native })
    expect(await query(server.url, 'select 1')).toEqual([1])
    expect(fixture.lines.some((line) => line.startsWith('copying'))).toBe(false)
  })

  it('as a user: copies programs whose folder it cannot change', async ({ skip }) => {
    skip(isRoot, 'root can change every folder; run the tests as another user for this one')
    const native = copyWithoutLinks()
    chmodSync(join(native, 'lib'), 0o555)
    try {
      const dataDir = join(fixture.folder, 'data')
      const server = await fixture.start(dataDir, { nativeDir: native })
      expect(await query(server.url, 'select 1')).toEqual([1])
      expect(readdirSync(dataDir).some((name) => name.startsWith('postgres-18.'))).toBe(true)
    } finally {
      chmodSync(join(native, 'lib'), 0o755)
    }
  })

  it('says what to do when the programs do not run here', async () => {
    const native = join(fixture.folder, 'package', 'native')
    mkdirSync(join(native, 'bin'), { recursive: true })
    writeFileSync(join(fixture.folder, 'package', 'package.json'), '{"version":"1"}')
    const options = { nativeDir: native, systemDir: join(fixture.folder, 'system') }
    const failure = await fixture
      .start(join(fixture.folder, 'data'), options)
      .catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(StartError)
    expect((failure as StartError).message).toContain('set DATABASE_URL')
    expect((failure as StartError).exitCode).toBe(1)
  })
})
