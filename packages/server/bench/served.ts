import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import pg from 'pg'
import type { DemoAccess } from '../src/seed/demo-access.ts'
import { findPostmaster } from '../src/store/private/postmaster.ts'

const mainFile = new URL('../src/main.ts', import.meta.url).pathname
const command = new URL('../bin/opentbk.cjs', import.meta.url).pathname

/** The server under measurement: the program as people start it, on data of its own. */
export class Served {
  readonly address: string
  readonly dataDir: string
  readonly databaseUrl: string
  /** Of the private PostgreSQL. */
  readonly postmaster: number | undefined
  readonly #child: ChildProcess
  readonly #env: NodeJS.ProcessEnv
  readonly #dropDatabase: () => Promise<void>

  private constructor(made: {
    child: ChildProcess
    env: NodeJS.ProcessEnv
    address: string
    dataDir: string
    database: { url: string; postmaster: number | undefined; drop(): Promise<void> }
  }) {
    this.#child = made.child
    this.#env = made.env
    this.address = made.address
    this.dataDir = made.dataDir
    this.databaseUrl = made.database.url
    this.postmaster = made.database.postmaster
    this.#dropDatabase = made.database.drop
  }

  /** On a private PostgreSQL or, by `url`, in a new database of that server, dropped at the end. */
  static async start(url: string | undefined, nodeArgs: readonly string[]): Promise<Served> {
    const dataDir = mkdtempSync(join(tmpdir(), 'opentbk-bench-'))
    // The private database's own user must be able to enter.
    chmodSync(dataDir, 0o711)
    const external = url === undefined ? undefined : await createDatabase(url)
    const env = { ...process.env, DATABASE_URL: external?.url ?? '' }
    const child = spawn(process.execPath, [...nodeArgs, mainFile, '--data', dataDir, '--port', '0'], {
      env,
      // A line a call: written, as it is by default, and thrown away.
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    const address = await readyAddress(child).catch(async (error: unknown) => {
      await external?.drop()
      rmSync(dataDir, { recursive: true, force: true })
      throw error
    })
    const database = external ?? { ...(await privateDatabase(dataDir)), drop: async () => {} }
    return new Served({ child, env, address, dataDir, database })
  }

  get pid(): number {
    return this.#child.pid as number
  }

  get demo(): DemoAccess {
    return JSON.parse(readFileSync(join(this.dataDir, 'demo.json'), 'utf8')) as DemoAccess
  }

  /** Runs a command of the command line on this data. */
  async run(args: readonly string[]): Promise<void> {
    const child = spawn(process.execPath, [command, '--data', this.dataDir, ...args], {
      env: this.#env,
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    const [code] = await once(child, 'exit')
    if (code !== 0) throw new Error(`opentbk ${args.join(' ')}: status ${code}`)
  }

  async query<Row extends pg.QueryResultRow>(text: string): Promise<Row[]> {
    const client = new pg.Client(this.databaseUrl)
    await client.connect()
    try {
      return (await client.query<Row>(text)).rows
    } finally {
      await client.end()
    }
  }

  async stop(): Promise<void> {
    if (this.#child.exitCode === null && this.#child.signalCode === null) {
      const ended = once(this.#child, 'exit')
      this.#child.kill('SIGTERM')
      await ended
    }
    await this.#dropDatabase()
    const location = join(this.dataDir, 'postgres.location')
    if (existsSync(location)) rmSync(readFileSync(location, 'utf8').trim(), { recursive: true, force: true })
    rmSync(this.dataDir, { recursive: true, force: true })
  }
}

async function readyAddress(child: ChildProcess): Promise<string> {
  for await (const line of createInterface(child.stdout as NodeJS.ReadableStream)) {
    if (!line.startsWith('ready ')) continue
    // Whatever it says later must not fill the pipe.
    child.stdout?.resume()
    return line.slice('ready '.length)
  }
  throw new Error('the server ended before it was ready; npm start says why')
}

async function privateDatabase(dataDir: string): Promise<{ url: string; postmaster: number }> {
  const found = await findPostmaster(join(dataDir, 'postgres'))
  if (!found?.live) throw new Error('no private database runs')
  const password = readFileSync(join(dataDir, 'postgres.password'), 'utf8').trim()
  const host = encodeURIComponent(found.host)
  return {
    url: `postgres://opentbk:${password}@/opentbk?host=${host}&port=${found.port}`,
    postmaster: found.pid,
  }
}

async function createDatabase(server: string) {
  const name = `opentbk_bench_${randomBytes(4).toString('hex')}`
  await onServer(server, `create database ${name}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  const drop = () => onServer(server, `drop database ${name} with (force)`)
  return { url: url.href, postmaster: undefined, drop }
}

async function onServer(server: string, statement: string): Promise<void> {
  const client = new pg.Client(server)
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
