import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { methods } from '../src/methods/index.ts'
import { isTopAnswer, mutate, mutateBody, mutation, seedRequests } from '../test/gateway/mutations.ts'
import { exchange } from '../test/gateway/raw-http.ts'
import { makeFolder, removeFolder, runCommand, ServerProcess } from '../test/process/server-process.ts'
import { type HostileCall, hostileCalls } from './hostile-calls.ts'

const SEED = 20_260_101
const REQUESTS = 20_000
const AT_ONCE = 20
/** What is over and not answered by then waits for more than was sent. */
const END_AFTER_MS = 30
/** Of the server's memory after the first quarter, which has loaded and compiled everything. */
const MOST_GROWTH_MIB = 96

type Sent = HostileCall & { isHttp: boolean }

const folder = makeFolder()
const started: ServerProcess[] = []
afterAll(() => removeFolder(folder, started))

test('20,000 hostile requests: each gets a TOP answer or a clean close, and the server stays as it was', async () => {
  const server = new ServerProcess(join(folder, 'data'))
  started.push(server)
  const address = await server.ready()
  const seen = new Map<string, number>()
  let sent = 0
  let settledMib: number | undefined
  const group = fc.array(anyRequest(server), { minLength: AT_ONCE, maxLength: AT_ONCE })
  await fc.assert(
    fc.asyncProperty(group, async (requests) => {
      const outcomes = await Promise.all(requests.map((request) => outcomeOf(address, request)))
      for (const outcome of outcomes) seen.set(outcome, (seen.get(outcome) ?? 0) + 1)
      sent += requests.length
      if (sent === REQUESTS / 4) settledMib = rssMib(server)
    }),
    { seed: SEED, numRuns: REQUESTS / AT_ONCE, endOnFailure: true },
  )
  process.stdout.write(`outcomes: ${[...seen].map(([name, count]) => `${name} ${count}`).join(', ')}\n`)
  expect(sent).toBe(REQUESTS)
  // Neither too mild nor too wild to mean something.
  expect(seen.get('TOP answer')).toBeGreaterThan(REQUESTS / 2)
  const endedMib = rssMib(server)
  process.stdout.write(`memory: ${settledMib} MiB after a quarter, ${endedMib} MiB at the end\n`)
  if (settledMib !== undefined) expect((endedMib as number) - settledMib).toBeLessThan(MOST_GROWTH_MIB)
  expect(await server.call('taobao.time.get')).toHaveProperty('time_get_response.time')
  expect(await runCommand(['--data', server.dataDir, 'ledger', 'check'])).toMatchObject({ code: 0 })
  // Errors and warnings would stand there: nothing failed behind an answer either.
  expect(await server.stop()).toMatchObject({ code: 0, stderr: '' })
})

/** Mutated bodies, requests mutated as a whole, and such as are made to hurt. */
function anyRequest(server: ServerProcess): fc.Arbitrary<Sent> {
  const seeds = seedRequests(server.demo())
  const mutated = fc.tuple(
    fc.constantFrom(...seeds),
    fc.array(mutation, { minLength: 1, maxLength: 6 }),
    fc.integer({ min: 1, max: 3 }),
  )
  return fc.oneof(
    mutated.map(([seed, changes, kind]): Sent => {
      // Two of three change the body alone, which stays HTTP.
      if (kind < 3) return { what: 'mutated body', bytes: mutateBody(seed, changes), isHttp: true }
      return { what: 'mutated as a whole', bytes: changes.reduce(mutate, seed), isHttp: false }
    }),
    hostileCalls(server.demo(), [...methods.keys()]).map((call): Sent => ({ ...call, isHttp: true })),
  )
}

async function outcomeOf(address: string, { what, bytes, isHttp }: Sent): Promise<string> {
  const answer = await exchange(address, bytes, isHttp ? {} : { endAfterMs: END_AFTER_MS })
  if (!answer && !isHttp) return 'close'
  if (answer?.status === 200 && isTopAnswer(answer)) return 'TOP answer'
  // The HTTP parser's own refusals, and 404 or 415 where another path than the gateway's was asked.
  const refusals = isHttp ? [] : [400, 404, 408, 415, 431]
  if (answer && refusals.includes(answer.status)) return `HTTP ${answer.status}`
  throw new Error(
    `${what}: ${answer ? `HTTP ${answer.status} ${answer.body}` : 'closed'}\n${bytes.toString('latin1', 0, 2000)}`,
  )
}

/** Undefined where the system has no /proc. */
function rssMib(server: ServerProcess): number | undefined {
  const path = `/proc/${server.child.pid}/status`
  if (!existsSync(path)) return undefined
  return Math.round(Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(path, 'utf8'))?.[1]) / 1024)
}
