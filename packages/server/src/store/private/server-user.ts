import { execFile } from 'node:child_process'
import { chmod, mkdir, readFile } from 'node:fs/promises'
import { StartError } from '../start-error.ts'

/** The account that the private PostgreSQL runs under; undefined when it is the one we run under ourselves. */
export type ServerUser = { uid: number; gid: number }

export type Outcome = { ok: boolean; output: string }

const PREFERRED = ['opentbk', 'postgres', 'nobody']
const PROGRAM_DEADLINE_MS = 60_000

/** PostgreSQL refuses to run as root, so root lends it the first of these accounts that exists. */
export async function findServerUser(): Promise<ServerUser | undefined> {
  if (!isRoot()) return undefined
  const accounts = new Map<string, ServerUser>()
  for (const line of (await readFile('/etc/passwd', 'utf8')).split('\n')) {
    const [name, , uid, gid] = line.split(':')
    if (name && Number(uid) !== 0) accounts.set(name, { uid: Number(uid) >>> 0, gid: Number(gid) >>> 0 })
  }
  for (const name of PREFERRED) {
    const user = accounts.get(name)
    if (user) return user
  }
  throw new StartError(
    `PostgreSQL must not run as root, and none of the users ${PREFERRED.join(', ')} exists: ` +
      'add one (useradd --system opentbk), start as another user, or set DATABASE_URL to a PostgreSQL >= 15',
  )
}

export function isRoot(): boolean {
  return process.getuid?.() === 0
}

/** Runs a short program as that user and gives what it printed; `ok` is false when it failed or could not run. */
export function runAs(user: ServerUser | undefined, file: string, args: string[]): Promise<Outcome> {
  const options = {
    ...user,
    cwd: '/',
    env: plainEnvironment(),
    timeout: PROGRAM_DEADLINE_MS,
    windowsHide: true,
  }
  return new Promise((resolve) => {
    execFile(file, args, options, (error, stdout, stderr) => {
      const output = `${stdout}${stderr}`.trim()
      resolve({ ok: error === null, output: output || (error?.message ?? '') })
    })
  })
}

/** Whether that user can enter the folder; asked of the system, since modes alone do not tell (ACLs, mounts). */
export async function canEnter(user: ServerUser | undefined, folder: string): Promise<boolean> {
  if (!user) return true
  return (await runAs(user, '/bin/sh', ['-c', 'cd "$1"', 'sh', folder])).ok
}

/** Makes a folder that every user can enter, whatever our umask; one that is there already stays as it is. */
export async function makeOpenFolder(folder: string): Promise<void> {
  if (await mkdir(folder, { recursive: true })) await chmod(folder, 0o755)
}

/** Our own environment holds secrets, and PG* variables that would steer the server: it gets neither. */
export function plainEnvironment(): Record<string, string> {
  const plain: Record<string, string> = { LC_ALL: 'C' }
  for (const name of ['PATH', 'SystemRoot', 'TEMP', 'TMP']) {
    const value = process.env[name]
    if (value !== undefined) plain[name] = value
  }
  return plain
}
