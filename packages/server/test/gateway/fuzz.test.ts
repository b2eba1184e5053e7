import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestServer, type TestServer } from '../setup/server.ts'
import { isTopAnswer, type Mutation, mutate, mutateBody, mutation, seedRequests } from './mutations.ts'
import { exchange, type RawAnswer } from './raw-http.ts'

const SEED = 20_260_101
const RUNS = 2000
const AT_ONCE = 20
/** What is over and not answered by then waits for more than was sent. */
const END_AFTER_MS = 30

let server: TestServer
let seeds: Buffer[]

beforeAll(async () => {
  server = await startTestServer()
  seeds = seedRequests(server.demo)
})

afterAll(() => server.close())

async function stillAnswers(): Promise<void> {
  const answer = await server.call('taobao.time.get')
  expect(answer.time_get_response.time).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/)
}

type Fuzzing = {
  change(seed: Buffer, changes: readonly Mutation[]): Buffer
  check(answer: RawAnswer | undefined): void
  endAfterMs?: number
}

/** Runs groups of requests side by side; each is one case of the property. */
async function fuzz({ change, check, ...options }: Fuzzing): Promise<void> {
  const one = fc.tuple(fc.nat(10), fc.array(mutation, { minLength: 1, maxLength: 4 }))
  const group = fc.array(one, { minLength: AT_ONCE, maxLength: AT_ONCE })
  await fc.assert(
    fc.asyncProperty(group, async (requests) => {
      const sent = requests.map(([index, changes]) => change(seeds[index] as Buffer, changes))
      for (const answer of await Promise.all(sent.map((bytes) => exchange(server.url, bytes, options))))
        check(answer)
    }),
    { seed: SEED, numRuns: RUNS / 2 / AT_ONCE },
  )
}

test('a thousand requests with mutated bodies: each gets HTTP 200 and a TOP answer', async () => {
  await fuzz({
    change: mutateBody,
    check(answer) {
      expect(answer?.status).toBe(200)
      expect(answer && isTopAnswer(answer)).toBe(true)
    },
  })
  await stillAnswers()
})

test('a thousand mutated as a whole: a TOP answer, a refusal of what is no HTTP, or a close', async () => {
  const seen = new Map<number, number>()
  await fuzz({
    change: (seed, changes) => changes.reduce(mutate, seed),
    endAfterMs: END_AFTER_MS,
    check(answer) {
      const status = answer?.status ?? 0
      seen.set(status, (seen.get(status) ?? 0) + 1)
      if (!answer || (status === 200 && isTopAnswer(answer))) return
      // The HTTP parser's own refusals, and 404 or 415 where another path than the gateway's was asked.
      expect([400, 404, 408, 415, 431]).toContain(status)
    },
  })
  // The mutations are neither too mild nor too wild to mean something.
  expect(seen.get(200)).toBeGreaterThan(100)
  expect(seen.get(400)).toBeGreaterThan(100)
  await stillAnswers()
})
