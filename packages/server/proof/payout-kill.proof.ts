import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes, randomInt } from 'node:crypto'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Keyring } from '../src/keys/keyring.ts'
import { insertEarners, type Outcome, readOutcome } from '../test/payouts/many-earners.ts'
import { makeFolder, removeFolder, runCommand } from '../test/process/server-process.ts'
import { admin, createTestDatabase, onDatabase, TEST_MASTER_KEY, testServer } from '../test/setup/database.ts'

// Payout runs that are killed and started again, each on a copy of one network, against one that is not killed.

const ROUNDS = 10
const KILLS_A_ROUND = 2
const MOST_LATER_MS = 20
const BOOKING_SHARE = 0.4
const EARNERS = 16_000
const PERIOD = '2026-01'
const cutOff = new Date('2026-02-01T00:00:00+08:00')
const cliFile = new URL('../src/cli/main.ts', import.meta.url).pathname

const folder = makeFolder()
const key = TEST_MASTER_KEY.toString('hex')
const { serverUrl } = testServer()
const base = `opentbk_payouts_${randomBytes(6).toString('hex')}`
const copies: string[] = []

beforeAll(async () => {
  const seeded = await createTestDatabase()
  const client = new pg.Client(seeded.url)
  await client.connect()
  await insertEarners(client, { keys: new Keyring([TEST_MASTER_KEY]), count: EARNERS, cutOff })
  await client.end()
  const [, name] = /\/(opentbk_t_\w+)/.exec(seeded.url) ?? []
  await admin(serverUrl, `alter database ${name} rename to ${base}`)
})
afterAll(async () => {
  for (const name of [...copies, base]) await admin(serverUrl, `drop database if exists ${name} with (force)`)
  await removeFolder(folder, [])
})

type Round = { client: pg.Client; env: Record<string, string>; files: string }

async function openRound(name: string): Promise<Round> {
  const database = `${base}_${name}`
  copies.push(database)
  await admin(serverUrl, `create database ${database} template ${base}`)
  const url = onDatabase(serverUrl, database)
  const client = new pg.Client(url)
  // Dropping the database ends it.
  client.on('error', () => {})
  await client.connect()
  const files = join(folder, name)
  return { client, files, env: { DATABASE_URL: url, OPENTBK_MASTER_KEY: key, OPENTBK_PAYOUT_DIR: files } }
}

function startRun({ env }: Round): ChildProcess {
  const args = [cliFile, 'payout', 'run', '--period', PERIOD]
  return spawn(process.execPath, args, { env: { PATH: process.env.PATH, ...env }, stdio: 'ignore' })
}

type Progress = { state: string | undefined; decided: number; sent: number }

/** How far the run is, in members decided and batches sent. */
async function readProgress({ client }: Round): Promise<Progress> {
  const { rows } = await client.query<Progress>(
    `select r.state, (select count(*)::int from payouts) + (select count(*)::int from payout_carried) as decided,
       (select count(*)::int from payout_batches where sent_at is not null) as sent from payout_runs r`,
  )
  return rows[0] ?? { state: undefined, decided: 0, sent: 0 }
}

/** Of all the work, booking and sending half each, how much is done: 0 to 1. */
function shareDone({ decided, sent }: Progress, whole: Progress): number {
  return (decided / whole.decided + sent / whole.sent) / 2
}

/** Goes on with the run and kills it: at a random moment of the work that is left up to a share of all. */
async function killSometime(
  round: Round,
  { whole, upTo }: { whole: Progress; upTo: number },
): Promise<Progress> {
  const done = shareDone(await readProgress(round), whole)
  const target = done + Math.random() * (upTo - done)
  const child = startRun(round)
  const over = once(child, 'close')
  while (child.exitCode === null && shareDone(await readProgress(round), whole) <= target) await delay(1)
  await delay(randomInt(MOST_LATER_MS))
  child.kill('SIGKILL')
  await over
  return readProgress(round)
}

async function endRound(round: Round): Promise<Outcome & { files: Record<string, string> }> {
  const ended = await runCommand(['payout', 'run', '--period', PERIOD], round.env)
  expect(ended).toMatchObject({ code: 0, stderr: '' })
  const checked = await runCommand(['ledger', 'check'], round.env)
  expect(checked).toMatchObject({ code: 0, stdout: expect.stringContaining('ledger: in order') })
  const outcome = await readOutcome(round.client, PERIOD)
  await round.client.end()
  const names = readdirSync(round.files).filter((name) => name.endsWith('.csv'))
  const files = Object.fromEntries(names.map((name) => [name, readFileSync(join(round.files, name), 'utf8')]))
  return { ...outcome, files }
}

test('a payout run that is killed and started again ends as one that was not', async () => {
  const unbroken = await openRound('unbroken')
  await once(startRun(unbroken), 'close')
  const whole = await readProgress(unbroken)
  const expected = await endRound(unbroken)
  expect(expected.runs).toMatchObject([{ state: 'done', payouts: (EARNERS / 8) * 3 }])
  const { payouts, payout_fen, carried } = expected.runs[0] as Record<string, unknown>
  process.stdout.write(`not killed: ${payouts} payouts of ${payout_fen} fen, ${carried} carried\n`)
  const brokenOff = new Map<string, number>()
  for (let number = 1; number <= ROUNDS; number++) {
    const round = await openRound(`round${number}`)
    for (let kill = 1; kill <= KILLS_A_ROUND; kill++) {
      // Every other round is cut off while it books.
      const upTo = kill === 1 && number % 2 === 1 ? BOOKING_SHARE : 1
      const { decided, sent, state } = await killSometime(round, { whole, upTo })
      brokenOff.set(String(state), (brokenOff.get(String(state)) ?? 0) + 1)
      process.stdout.write(
        `round ${number}, kill ${kill}: ${state}, ${decided} members decided, ${sent} batches sent\n`,
      )
    }
    expect(await endRound(round)).toEqual(expected)
  }
  // Kills that came when all was over prove nothing.
  expect(brokenOff.get('booking')).toBeGreaterThan(1)
  expect(brokenOff.get('sending')).toBeGreaterThan(1)
})
