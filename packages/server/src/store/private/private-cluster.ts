import { randomBytes, randomUUID } from 'node:crypto'
import {
  chmod,
  chown,
  link,
  mkdir,
  mkdtemp,
  open,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { StartError } from '../start-error.ts'
import type { PrivateBinaries } from './private-binaries.ts'
import { canEnter, findServerUser, isRoot, makeOpenFolder, runAs, type ServerUser } from './server-user.ts'

/** Where the cluster of a data folder lies and whose it is. */
export type Place = {
  dataDir: string
  /** The folder that holds the cluster; the data folder itself unless the server's user cannot enter it. */
  home: string
  clusterDir: string
  passwordFile: string
  user: ServerUser | undefined
}

const DRAFT_LIFE_MS = 600_000
const SOCKET_PATH_LIMIT_BYTES = 100
const TEMPORARY_SOCKETS = 'opentbk-postgres-'

/** Finds the place of the cluster. The data folder stays the authority: it names a cluster that lies elsewhere. */
export async function findPlace(
  dataDir: string,
  systemDir: string,
  log: (line: string) => void,
): Promise<Place> {
  const locationFile = join(dataDir, 'postgres.location')
  const passwordFile = join(dataDir, 'postgres.password')
  const place = async (folder: string, user: ServerUser | undefined) => {
    // The true path, because a running server is recognised by its working folder.
    const home = await realpath(folder)
    return { dataDir, home, clusterDir: join(home, 'postgres'), passwordFile, user }
  }
  const recorded = await readText(locationFile)
  const home = recorded ?? dataDir
  if (recorded !== undefined && !(await findOwner(recorded))) {
    throw new StartError(
      `${locationFile} says that the database lies in ${recorded}, which does not exist: ` +
        'bring that folder back, or remove the file to begin with an empty database',
    )
  }
  const owner = await findOwner(join(home, 'postgres'))
  if (owner) return place(home, await ownerToRunAs(owner, join(home, 'postgres')))
  const user = await findServerUser()
  if (recorded !== undefined || (await canEnter(user, dataDir))) return place(home, user)

  const elsewhere = await claimElsewhere(locationFile, systemDir)
  if (!(await canEnter(user, elsewhere))) {
    throw new StartError(
      `the user of PostgreSQL can enter neither ${dataDir} nor ${elsewhere}: open the folders above one`,
    )
  }
  log(
    `the user of PostgreSQL cannot enter ${dataDir}: the database is in ${elsewhere}, named in ${locationFile}`,
  )
  return place(elsewhere, user)
}

async function findOwner(path: string): Promise<ServerUser | undefined> {
  try {
    const { uid, gid } = await stat(path)
    return { uid, gid }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

async function ownerToRunAs(owner: ServerUser, clusterDir: string): Promise<ServerUser | undefined> {
  if (process.platform === 'win32') return undefined
  if (!isRoot()) {
    if (owner.uid === process.getuid?.()) return undefined
    throw new StartError(
      `${clusterDir} belongs to the user with id ${owner.uid}: start as that user or as root`,
    )
  }
  if (owner.uid === 0) {
    throw new StartError(
      `${clusterDir} belongs to root, as which PostgreSQL must not run: chown -R it to its user`,
    )
  }
  if (!(await canEnter(owner, clusterDir))) {
    throw new StartError(
      `${clusterDir} cannot be entered by its own user (id ${owner.uid}): open the folders above it`,
    )
  }
  return owner
}

async function claimElsewhere(locationFile: string, systemDir: string): Promise<string> {
  const mine = join(systemDir, 'clusters', randomUUID())
  for (const folder of [systemDir, dirname(mine), mine]) await makeOpenFolder(folder)
  const claimed = await claimFile(locationFile, mine)
  if (claimed !== mine) await rm(mine, { recursive: true })
  return claimed
}

/** The password of the cluster's only account; made on the first start, by one of those that start at once. */
export async function findPassword(place: Place): Promise<string> {
  const known = await readText(place.passwordFile)
  if (known) return known
  if (await findOwner(place.clusterDir)) {
    throw new StartError(`${place.passwordFile} is missing: the database in ${place.clusterDir} needs it`)
  }
  return claimFile(place.passwordFile, randomBytes(24).toString('base64url'))
}

/** Makes the cluster unless it is there. It appears whole or not at all, so starts at once do not mix. */
export async function createCluster(
  place: Place,
  binaries: PrivateBinaries,
  { password, durable }: { password: string; durable: boolean },
): Promise<void> {
  await removeOldDrafts(place.home)
  const draft = join(place.home, `postgres.new-${randomUUID()}`)
  await mkdir(draft, { mode: 0o700 })
  try {
    const passwordFile = join(draft, 'password')
    await writeFile(passwordFile, `${password}\n`, { mode: 0o600 })
    await give(passwordFile, place.user)
    await give(draft, place.user)
    const args = ['-D', join(draft, 'cluster'), '-U', 'opentbk', '--pwfile', passwordFile]
    const made = await runAs(place.user, binaries.initdb, [
      ...args,
      ...INITDB_OPTIONS,
      ...(durable ? [] : ['--no-sync']),
    ])
    if (!made.ok) throw new StartError(`PostgreSQL's initdb failed in ${place.home}:\n${made.output}`)
    await rename(join(draft, 'cluster'), place.clusterDir).catch(async (error: unknown) => {
      if (!(await findOwner(place.clusterDir))) throw error
    })
    await syncFolder(place.home)
    await syncFolder(place.dataDir)
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
}

// These land in postgresql.conf, where an operator may tune them; what must hold is given at every start.
const INITDB_OPTIONS = [
  '--encoding=UTF8',
  '--locale=C',
  '--auth=scram-sha-256',
  '--set=max_connections=60',
  '--set=shared_buffers=256MB',
  // Fewer checkpoints: after each one the pages that are changed next are written whole.
  '--set=max_wal_size=2GB',
  // Used WAL segments are kept for the next ones: commits wait while a new one is filled with zeros, 50 ms and more.
  '--set=min_wal_size=1GB',
  '--set=checkpoint_timeout=15min',
  '--set=jit=off',
  '--set=timezone=UTC',
  '--set=log_timezone=UTC',
]

export async function checkVersion(place: Place, binaries: PrivateBinaries): Promise<boolean> {
  if (!(await findOwner(place.clusterDir))) return false
  const version = await readText(join(place.clusterDir, 'PG_VERSION'))
  if (version === binaries.major) return true
  throw new StartError(
    `the database in ${place.clusterDir} is of PostgreSQL ${version ?? '(no PG_VERSION)'} and cannot be opened by ` +
      `PostgreSQL ${binaries.major}: go back to the release that made it and take a backup there`,
  )
}

/** A folder for the socket that nobody else can enter, in a place short enough for a socket's path. */
export async function openSocketDir({ home, user }: Place): Promise<string> {
  const beside = join(home, 'postgres.socket')
  if (fitsSocket(beside)) {
    await mkdir(beside, { recursive: true, mode: 0o700 })
    await chmod(beside, 0o700)
    await give(beside, user)
    return beside
  }
  for (const parent of [tmpdir(), '/tmp']) {
    if (!fitsSocket(join(parent, `${TEMPORARY_SOCKETS}XXXXXX`)) || !(await canEnter(user, parent))) continue
    const folder = await mkdtemp(join(parent, TEMPORARY_SOCKETS))
    await give(folder, user)
    return folder
  }
  throw new StartError(`the path of ${home} is too long for a socket and no temporary folder can take it`)
}

/** Removes a temporary socket folder (never the one beside the cluster) of a server that is gone. */
export async function removeSocketDir(folder: string): Promise<void> {
  if (folder.includes(`/${TEMPORARY_SOCKETS}`)) await rm(folder, { recursive: true, force: true })
}

function fitsSocket(folder: string): boolean {
  return Buffer.byteLength(join(folder, '.s.PGSQL.5432')) < SOCKET_PATH_LIMIT_BYTES
}

async function give(path: string, user: ServerUser | undefined): Promise<void> {
  if (user) await chown(path, user.uid, user.gid)
}

/** Writes the file unless it is there, whole or not at all, and gives what it holds now. */
async function claimFile(path: string, content: string): Promise<string> {
  const draft = `${path}.${randomUUID()}`
  await writeFile(draft, `${content}\n`, { mode: 0o600, flush: true })
  try {
    await link(draft, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    await rm(draft)
  }
  return (await readFile(path, 'utf8')).trim()
}

async function removeOldDrafts(home: string): Promise<void> {
  for (const name of await readdir(home)) {
    const path = join(home, name)
    if (!name.startsWith('postgres.new-')) continue
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Date.now() }))
    if (Date.now() - mtimeMs > DRAFT_LIFE_MS) await rm(path, { recursive: true, force: true })
  }
}

async function readText(path: string): Promise<string | undefined> {
  try {
    return (await readFile(path, 'utf8')).trim()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/** Makes new names in a folder last through a power cut; Windows has no such call and needs none. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  await folder.sync().finally(() => folder.close())
}
