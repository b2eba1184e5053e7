import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { chown, readFile, readlink, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { promisify } from 'node:util'

/** What postmaster.pid in a cluster's folder tells about the server that made it. */
export type Postmaster = {
  pid: number
  /** Socket folder, or the loopback address on Windows; empty while the server is not that far. */
  host: string
  port: number
  /** The process exists and is a PostgreSQL on this folder, not another program with a reused pid. */
  live: boolean
}

const POLL_MS = 20
const UNFINISHED_MS = 10_000
// Above every system's largest pid: PostgreSQL finds no such process and takes the file for a dead server's.
const NO_SUCH_PID = 2_147_483_646

export async function findPostmaster(clusterDir: string): Promise<Postmaster | undefined> {
  const content = await readLockFile(clusterDir)
  if (content === undefined) return undefined
  const [pidLine = '', , , port = '', socketDir = '', address = ''] = content.split('\n')
  // A negative pid is a server in single-user mode.
  const pid = Math.abs(Number.parseInt(pidLine, 10))
  if (!pid) return undefined
  const host = process.platform === 'win32' ? address.trim() : socketDir.trim()
  return { pid, host, port: Number(port), live: await isPostmaster(pid, clusterDir) }
}

/** Whether the process is a PostgreSQL on this folder. A pid alone may long belong to another program. */
export async function isPostmaster(pid: number, clusterDir: string): Promise<boolean> {
  if (!isAlive(pid)) return false
  // A server's working folder is its data folder; this also tells a zombie, which has none.
  if (process.platform === 'linux') {
    return (await readlink(`/proc/${pid}/cwd`).catch(() => undefined)) === clusterDir
  }
  const [program, args] =
    process.platform === 'win32'
      ? (['tasklist', ['/FI', `PID eq ${pid}`, '/FO', 'CSV', '/NH']] as const)
      : (['ps', ['-ww', '-o', 'command=', '-p', String(pid)]] as const)
  const { stdout } = await promisify(execFile)(program, args).catch(() => ({ stdout: '' }))
  return process.platform === 'win32' ? stdout.includes('postgres.exe') : stdout.includes(clusterDir)
}

/**
 * Makes a dead server's lock file harmless when its pid now belongs to another program. It is not removed:
 * it also names the shared memory by which PostgreSQL sees orphaned backends still at work on the files.
 */
export async function disarmLockFile(clusterDir: string, stale: Postmaster): Promise<void> {
  if (stale.live || !isAlive(stale.pid)) return
  const path = join(clusterDir, 'postmaster.pid')
  const content = await readLockFile(clusterDir)
  if (content === undefined || Math.abs(Number.parseInt(content, 10)) !== stale.pid) return
  const { uid, gid, mode } = await stat(path)
  const draft = join(clusterDir, `postmaster.pid.${randomUUID()}`)
  await writeFile(draft, content.replace(/^.*/, String(NO_SUCH_PID)), { mode: mode & 0o777 })
  if (process.platform !== 'win32') await chown(draft, uid, gid)
  if ((await readLockFile(clusterDir)) === content) await rename(draft, path)
  else await rm(draft)
}

/**
 * The lock beside the socket of a dead server tells the same pid, and would keep PostgreSQL from opening the
 * socket for as long as that pid belongs to another program, or to a process that nobody has buried yet.
 */
export async function removeSocketLock(stale: Postmaster): Promise<void> {
  if (stale.live || stale.host === '' || process.platform === 'win32' || !isAlive(stale.pid)) return
  const path = join(stale.host, `.s.PGSQL.${stale.port}.lock`)
  const content = await readFile(path, 'utf8').catch(() => '')
  if (Number.parseInt(content, 10) === stale.pid) await rm(path, { force: true })
}

/** Stops the server: first with its open transactions rolled back, then, if that takes too long, at once. */
export async function stopPostmaster(pid: number, clusterDir: string, pgCtl: string): Promise<void> {
  for (const signal of ['INT', 'QUIT'] as const) {
    if (!(await isPostmaster(pid, clusterDir))) return
    await sendSignal(pid, signal, pgCtl)
    const deadline = Date.now() + 10_000
    while (Date.now() < deadline) {
      if (!(await isPostmaster(pid, clusterDir))) return
      await delay(POLL_MS)
    }
  }
  throw new Error(`the PostgreSQL with pid ${pid} on ${clusterDir} does not stop`)
}

async function sendSignal(pid: number, signal: 'INT' | 'QUIT', pgCtl: string): Promise<void> {
  try {
    // Windows has no signals; there PostgreSQL listens on a pipe that its own tool knows.
    if (process.platform === 'win32') await promisify(execFile)(pgCtl, ['kill', signal, String(pid)])
    else process.kill(pid, `SIG${signal}`)
  } catch (error) {
    if (isAlive(pid)) throw error
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** The file is empty for a moment while a server makes it, and for ever if the machine went down just then. */
async function readLockFile(clusterDir: string): Promise<string | undefined> {
  const path = join(clusterDir, 'postmaster.pid')
  try {
    const content = await readFile(path, 'utf8')
    if (content !== '') return content
    if (Date.now() - (await stat(path)).mtimeMs > UNFINISHED_MS) await rm(path, { force: true })
    return undefined
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}
