import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { DemoAccess } from '../../src/seed/demo-access.ts'
import { findPostmaster } from '../../src/store/private/postmaster.ts'
import { signedParams, type Wire } from '../setup/server.ts'

const mainFile = new URL('../../src/main.ts', import.meta.url).pathname
const command = new URL('../../bin/opentbk.cjs', import.meta.url).pathname

type Env = Readonly<Record<string, string>>
/** The variables given to it, and the program where it is not this checkout's. */
type How = { env?: Env; main?: string }
export type Ended = { code: number | null; stdout: string; stderr: string }

/** A new folder that also the database's own user may enter. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'opentbk-process-'))
  chmodSync(folder, 0o711)
  return folder
}

/** The program as people start it, with nothing of this process's environment but the path. */
export class ServerProcess {
  readonly child: ChildProcess
  readonly lines: string[] = []
  readonly dataDir: string
  readonly ended: Promise<Ended>
  #stderr = ''
  #waiting: (() => void)[] = []

  constructor(dataDir: string, args: readonly string[] = ['--port', '0'], how: How = {}) {
    const { env = {}, main = mainFile } = how
    this.dataDir = dataDir
    const all = [main, '--data', dataDir, ...args]
    this.child = spawn(process.execPath, all, { env: plainEnv(env), stdio: ['ignore', 'pipe', 'pipe'] })
    const wake = () => {
      for (const waiting of this.#waiting.splice(0)) waiting()
    }
    createInterface(this.child.stdout as NodeJS.ReadableStream).on('line', (line) => {
      this.lines.push(line)
      wake()
    })
    this.child.stderr?.on('data', (chunk: Buffer) => {
      this.#stderr += chunk.toString()
    })
    this.ended = once(this.child, 'close').then(([code]) => {
      wake()
      return { code: code as number | null, stdout: this.lines.join('\n'), stderr: this.#stderr }
    })
  }

  /** The first line that matches; an error with everything it said when it ends without. */
  async line(pattern: RegExp): Promise<string> {
    for (;;) {
      const found = this.lines.find((line) => pattern.test(line))
      if (found !== undefined) return found
      const { exitCode, signalCode } = this.child
      if (exitCode !== null || signalCode !== null) {
        const { stdout, stderr } = await this.ended
        throw new Error(`ended (${exitCode ?? signalCode}) without ${pattern}:\n${stdout}\n${stderr}`)
      }
      await new Promise<void>((resolve) => this.#waiting.push(resolve))
    }
  }

  /** The address it is ready at. */
  async ready(): Promise<string> {
    return (await this.line(/^ready /)).slice('ready '.length)
  }

  demo(): DemoAccess {
    return JSON.parse(readFileSync(join(this.dataDir, 'demo.json'), 'utf8')) as DemoAccess
  }

  /** A signed call as the demo app. */
  async call(method: string, params: Record<string, unknown> = {}): Promise<Wire> {
    const demo = this.demo()
    const body = signedParams(demo, { method, params, call: {} })
    return (await fetch(demo.gateway, { method: 'POST', body })).json()
  }

  async stop(): Promise<Ended> {
    this.child.kill('SIGTERM')
    return this.ended
  }
}

/** Runs the program to its end; for starts that are to be refused. */
export function runServer(dataDir: string, args: readonly string[], env: Env = {}): Promise<Ended> {
  return new ServerProcess(dataDir, args, { env }).ended
}

/** Runs the command line: `npx opentbk …`. */
export async function runCommand(args: readonly string[], env: Env = {}): Promise<Ended> {
  const child = spawn(process.execPath, [command, ...args], {
    env: plainEnv(env),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (chunk: Buffer) => {
    stdout += chunk.toString()
  })
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString()
  })
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, stdout, stderr }
}

/** The address of a data folder's private database. */
export async function privateUrl(dataDir: string): Promise<string> {
  const found = await findPostmaster(join(dataDir, 'postgres'))
  if (!found?.live) throw new Error('no database runs')
  const password = readFileSync(join(dataDir, 'postgres.password'), 'utf8').trim()
  return `postgres://opentbk:${password}@/opentbk?host=${encodeURIComponent(found.host)}&port=${found.port}`
}

export async function postmasterPid(dataDir: string): Promise<number | undefined> {
  const found = await findPostmaster(join(dataDir, 'postgres'))
  return found?.live ? found.pid : undefined
}

/** Ends whatever still runs on the folder, and removes it. */
export async function removeFolder(folder: string, processes: readonly ServerProcess[]): Promise<void> {
  for (const { child, ended } of processes) {
    child.kill('SIGKILL')
    await ended
  }
  const pid = await postmasterPid(join(folder, 'data'))
  if (pid !== undefined) process.kill(pid, 'SIGQUIT')
  while ((await postmasterPid(join(folder, 'data'))) !== undefined) {
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  rmSync(folder, { recursive: true })
}

function plainEnv(env: Env): NodeJS.ProcessEnv {
  // What goes wrong is on stderr; the lines about calls are not.
  return { PATH: process.env.PATH, HOME: process.env.HOME, LOG_LEVEL: 'warn', ...env }
}
