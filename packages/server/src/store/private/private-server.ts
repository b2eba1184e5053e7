import { type ChildProcess, spawn } from 'node:child_process'
import { mkdir, realpath } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { StartError } from '../start-error.ts'
import {
  disarmLockFile,
  findPostmaster,
  type Postmaster,
  removeSocketLock,
  stopPostmaster,
} from './postmaster.ts'
import { findBinaries, findNativeDir, type PrivateBinaries } from './private-binaries.ts'
import {
  checkVersion,
  createCluster,
  findPassword,
  findPlace,
  openSocketDir,
  type Place,
  removeSocketDir,
} from './private-cluster.ts'
import { type Answer, askServer, connectionUrl } from './private-connection.ts'
import { ServerLog } from './server-log.ts'
import { plainEnvironment } from './server-user.ts'

export type PrivateServerOptions = {
  /** The cluster goes to `postgres` in it, unless the server's user cannot enter it. */
  dataDir: string
  log(line: string): void
  /** Settings given to the server on top of ours; of no effect on a server that is taken over. */
  settings?: Record<string, string>
  /** Nothing in it has to survive a power cut: not synced to disk, and quick to make and to remove. */
  disposable?: boolean
  /** Takes what cannot lie under a closed folder; only ever used as root. */
  systemDir?: string
  /** The programs to use in place of the installed ones. */
  nativeDir?: string
  /** How long a server that already runs may stay silent; 10 s unless given. */
  takeoverMs?: number
}

export type PrivateServer = {
  /** For `pg`, with the password. */
  url: string
  /** Stops the server, also one that was taken over; a second call waits for the first. */
  stop(): Promise<void>
  /** A server that was already running on this folder is used; whoever started it may still be there. */
  tookOver: boolean
  version: string
}

type Launch = {
  place: Place
  binaries: PrivateBinaries
  password: string
  log: ServerLog
  options: PrivateServerOptions
}
type Own = { child: ChildProcess; socketDir: string; logSize: number; ended: boolean; spawnError?: Error }
type Heard = Exclude<Answer, { kind: 'ready' }> | { kind: 'ready'; version: string; postmaster: Postmaster }
type Attempt = { own: Own | undefined }
type Reached = { postmaster: Postmaster; version: string; own: Own | undefined }

const POLL_MS = 20
const START_DEADLINE_MS = 30_000
const TAKEOVER_DEADLINE_MS = 10_000
const BUSY_DEADLINE_MS = 600_000
const RETRY_MS = 250

/** Starts the private PostgreSQL of a data folder, or takes over the one that still runs there. */
export async function startPrivateServer(options: PrivateServerOptions): Promise<PrivateServer> {
  try {
    return await bringUp(await prepare(options))
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (error instanceof StartError || typeof code !== 'string') throw error
    throw new StartError(`the private PostgreSQL in ${options.dataDir} cannot start: ${message}`, {
      cause: error,
    })
  }
}

async function prepare(options: PrivateServerOptions): Promise<Launch> {
  await mkdir(resolve(options.dataDir), { recursive: true })
  const dataDir = await realpath(options.dataDir)
  const systemDir = options.systemDir ?? '/var/lib/opentbk'
  const place = await findPlace(dataDir, systemDir, options.log)
  const binaries = await findBinaries({
    user: place.user,
    copyParent: place.user ? systemDir : dataDir,
    nativeDir: options.nativeDir ?? findNativeDir(),
    log: options.log,
  })
  const password = await findPassword(place)
  if (!(await checkVersion(place, binaries))) {
    options.log(`creating the database in ${place.clusterDir}`)
    await createCluster(place, binaries, { password, durable: !options.disposable })
  }
  return { place, binaries, password, log: new ServerLog(join(dataDir, 'postgres.log')), options }
}

async function bringUp(launch: Launch): Promise<PrivateServer> {
  const attempt: Attempt = { own: undefined }
  try {
    return present(launch, await reach(launch, attempt))
  } catch (error) {
    await abandon(launch, attempt.own)
    throw error
  }
}

/** Until a server on the cluster answers: start one when there is none, ask the one that is there. */
async function reach(launch: Launch, attempt: Attempt): Promise<Reached> {
  const { clusterDir } = launch.place
  const startedAt = Date.now()
  let lastSignAt = startedAt
  let reason = 'it has not opened its socket'
  for (;;) {
    const found = await findPostmaster(clusterDir)
    const answer = await ask(found, launch)
    if (answer?.kind === 'ready') return { ...answer, own: attempt.own }
    if (answer?.kind === 'busy' && Date.now() - startedAt < BUSY_DEADLINE_MS) lastSignAt = Date.now()
    if (answer) reason = answer.reason
    if (!found?.live && answer?.kind !== 'busy' && (!attempt.own || attempt.own.ended)) {
      if (attempt.own) await explainEnd(attempt.own, launch, Date.now() - startedAt)
      attempt.own = await spawnServer(launch, found)
      lastSignAt = Date.now()
    }
    const mine = attempt.own && !attempt.own.ended ? attempt.own : undefined
    const takeoverMs = launch.options.takeoverMs ?? TAKEOVER_DEADLINE_MS
    if (Date.now() - lastSignAt > (mine ? START_DEADLINE_MS : takeoverMs)) {
      throw await explainSilence(launch, mine, { pid: found?.pid, reason })
    }
    await delay(POLL_MS)
  }
}

/**
 * Also asks beside the cluster when the pid means nothing to us: a server in another container on the same
 * folder must be found before a second one opens its files.
 */
async function ask(found: Postmaster | undefined, { place, password }: Launch): Promise<Heard | undefined> {
  const worthIt = found?.live || found?.host === join(place.home, 'postgres.socket')
  if (!found || found.host === '' || !worthIt) return undefined
  const answer = await askServer(place, { host: found.host, port: found.port, password })
  return answer.kind === 'ready' ? { ...answer, postmaster: await confirm(place, found) } : answer
}

/** The server that answers may have replaced the one whose lock file was read before. */
async function confirm(place: Place, answered: Postmaster): Promise<Postmaster> {
  const seen = answered.live ? answered : await findPostmaster(place.clusterDir)
  if (seen?.live) return seen
  throw new StartError(
    `a PostgreSQL out of our sight (another container?) runs on ${place.clusterDir}: stop it there first`,
  )
}

async function spawnServer(launch: Launch, stale: Postmaster | undefined): Promise<Own> {
  const { place, binaries, log, options } = launch
  if (stale) {
    await disarmLockFile(place.clusterDir, stale)
    await removeSocketLock(stale)
    await removeSocketDir(stale.host)
  }
  const windows = process.platform === 'win32'
  const socketDir = windows ? '' : await openSocketDir(place)
  const settings: Record<string, string> = {
    ...(options.disposable ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } : {}),
    ...options.settings,
    listen_addresses: windows ? '127.0.0.1' : '',
    port: String(windows ? await findFreePort() : 5432),
    logging_collector: 'off',
    log_destination: 'stderr',
    // Details repeat the values of rows, which do not belong into a log.
    log_error_verbosity: 'terse',
    ...(windows
      ? {}
      : { unix_socket_directories: quoteListItem(socketDir), unix_socket_permissions: '0700' }),
  }
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const file = await log.openForServer()
  try {
    const logSize = await log.size()
    // Detached, so that Ctrl-C in our terminal reaches us alone and we stop the server when we are done with it.
    const child = spawn(binaries.postgres, ['-D', place.clusterDir, ...args], {
      ...place.user,
      cwd: '/',
      env: plainEnvironment(),
      detached: true,
      windowsHide: true,
      stdio: ['ignore', file.fd, file.fd],
    })
    const own: Own = { child, socketDir, logSize, ended: false }
    child.on('exit', () => Object.assign(own, { ended: true }))
    child.on('error', (spawnError) => Object.assign(own, { ended: true, spawnError }))
    child.unref()
    return own
  } finally {
    await file.close()
  }
}

/** Returns when trying again can help, since the folder was only just being left by another server. */
async function explainEnd(own: Own, { log }: Launch, elapsedMs: number): Promise<void> {
  await removeSocketDir(own.socketDir)
  const tail = own.spawnError?.message ?? (await log.tail(own.logSize))
  const passing = /pre-existing shared memory block|lock file "postmaster\.pid"/.test(tail)
  if (!passing || elapsedMs > START_DEADLINE_MS) throw new StartError(`PostgreSQL did not start:\n${tail}`)
  await delay(RETRY_MS)
}

async function explainSilence(
  { place, log }: Launch,
  own: Own | undefined,
  { pid, reason }: { pid: number | undefined; reason: string },
): Promise<StartError> {
  if (own) {
    const tail = await log.tail(own.logSize)
    return new StartError(`PostgreSQL does not answer (${reason}); ${log.path} ends in:\n${tail}`)
  }
  return new StartError(
    `a PostgreSQL (pid ${pid}) still runs on ${place.clusterDir} but does not answer (${reason}): ` +
      `stop it with "kill -INT ${pid}" and start again`,
  )
}

/** A start that fails leaves no server behind. */
async function abandon({ place, binaries }: Launch, own: Own | undefined): Promise<void> {
  if (!own) return
  if (own.child.pid && !own.ended) await stopPostmaster(own.child.pid, place.clusterDir, binaries.pgCtl)
  await removeSocketDir(own.socketDir)
}

function present(launch: Launch, { postmaster, version, own }: Reached): PrivateServer {
  const { place, binaries, log, password, options } = launch
  const tookOver = own?.child.pid !== postmaster.pid
  if (tookOver)
    options.log(`using the PostgreSQL that already runs on ${place.clusterDir} (pid ${postmaster.pid})`)
  log.keepBounded()
  const stop = async () => {
    log.release()
    await stopPostmaster(postmaster.pid, place.clusterDir, binaries.pgCtl)
    await removeSocketDir(postmaster.host)
  }
  let stopped: Promise<void> | undefined
  return {
    url: connectionUrl({ host: postmaster.host, port: postmaster.port, password }),
    version,
    tookOver,
    stop() {
      stopped ??= stop()
      return stopped
    },
  }
}

/** The setting is a list; quotes keep a comma or a blank in the path from splitting it. */
function quoteListItem(path: string): string {
  return `"${path.replaceAll('"', '""')}"`
}

function findFreePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer()
    probe.on('error', fail)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() =>
        address && typeof address === 'object' ? done(address.port) : fail(new Error('no port')),
      )
    })
  })
}
