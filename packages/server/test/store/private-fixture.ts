import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import pg from 'pg'
import { afterEach, beforeEach, expect, vi } from 'vitest'
import { findPostmaster } from '../../src/store/private/postmaster.ts'
import {
  type PrivateServer,
  type PrivateServerOptions,
  startPrivateServer,
} from '../../src/store/private/private-server.ts'

export const isRoot = process.getuid?.() === 0
const CHILD = new URL('./hold-private-server.ts', import.meta.url).pathname

/** A new folder for every test, and an end for every server and program that the test started. */
export class PrivateFixture {
  folder = ''
  lines: string[] = []
  #servers: PrivateServer[] = []
  #children: ChildProcess[] = []

  constructor() {
    vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 })
    beforeEach(() => {
      this.folder = mkdtempSync(join(tmpdir(), 'opentbk-test-'))
      chmodSync(this.folder, 0o711)
      this.lines = []
    })
    afterEach(async () => {
      for (const child of this.#children.splice(0)) child.kill('SIGKILL')
      for (const server of this.#servers.splice(0)) await server.stop()
      rmSync(this.folder, { recursive: true })
    })
  }

  async start(dataDir: string, more: Partial<PrivateServerOptions> = {}): Promise<PrivateServer> {
    const log = (line: string) => this.lines.push(line)
    const server = await startPrivateServer({ dataDir, log, disposable: true, ...more })
    this.#servers.push(server)
    return server
  }

  /** A process of its own group, as a shell makes them: signals from the terminal go to the whole group. */
  async startInChild(dataDir: string) {
    const stdio = ['pipe', 'pipe', 'inherit'] as ['pipe', 'pipe', 'inherit']
    const child = spawn(process.execPath, [CHILD, dataDir], { stdio, detached: true })
    this.#children.push(child)
    const [line] = (await once(createInterface(child.stdout), 'line')) as [string]
    return { child, ...(JSON.parse(line) as { url: string; tookOver: boolean }) }
  }

  /** A program of the server's own user, so that PostgreSQL itself would take a reused pid for a rival. */
  runStranger(clusterDir: string): ChildProcess {
    const { uid, gid } = statSync(clusterDir)
    const child = spawn('/bin/sleep', ['600'], {
      ...(isRoot ? { uid, gid } : {}),
      cwd: '/',
      stdio: 'ignore',
    })
    this.#children.push(child)
    return child
  }
}

export async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    const { rows } = await client.query<unknown[]>({ text: sql, rowMode: 'array' })
    return rows[0] ?? []
  } finally {
    await client.end()
  }
}

export async function livePid(dataDir: string): Promise<number> {
  const found = await findPostmaster(join(dataDir, 'postgres'))
  if (!found?.live) throw new Error('no server runs')
  return found.pid
}

/** Kills the server as the system would for want of memory; gives the lock file it leaves behind. */
export async function killServer(dataDir: string): Promise<string> {
  const pid = await livePid(dataDir)
  const lockFile = readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8')
  process.kill(pid, 'SIGKILL')
  await expect.poll(async () => (await findPostmaster(join(dataDir, 'postgres')))?.live).toBe(false)
  return lockFile
}
