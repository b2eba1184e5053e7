import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestServer, type TestServer } from '../setup/server.ts'
import { exchange, type RawAnswer } from './raw-http.ts'
import {
  cRequest,
  dotnetRequest,
  goRequest,
  javaRequest,
  javaUpload,
  officialNodeRequest,
  phpRequest,
  phpUpload,
  pythonRequest,
  pythonUpload,
  type Wanted,
} from './sdk-requests.ts'

const SEED = 20_260_101
const RUNS = 2000
const AT_ONCE = 20
/** What is over and not answered by then waits for more than was sent. */
const END_AFTER_MS = 30

let server: TestServer
let seeds: Buffer[]

beforeAll(async () => {
  server = await startTestServer()
  seeds = seedRequests()
})

afterAll(() => server.close())

/** One request of every dialect, and a batch: what the mutations start from. */
function seedRequests(): Buffer[] {
  const wanted: Wanted = {
    app: server.demo.app,
    method: 'taobao.tbk.dg.general.link.convert',
    params: {
      adzone_id: server.demo.pid.split('_')[3] as string,
      item_dto: '[{"item_id":"x看","dx":"1"}]',
      uvid: '',
    },
    file: Buffer.from([0, 255, 13, 10, 45, 45]),
  }
  const builds = [javaRequest, javaUpload, phpRequest, phpUpload, pythonRequest, pythonUpload]
  const others = [goRequest, cRequest, officialNodeRequest, (w: Wanted) => dotnetRequest(w, false)]
  const batch = Buffer.from(
    'POST /router/batch?format=json&app_key=1&v=2.0 HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\n' +
      'Content-Length: 55\r\n\r\n#PUBLIC#method=taobao.time.get\r\n-S-\r\nN\r\n-S-\r\na=%25&b=1%',
  )
  return [...[...builds, ...others].map((build) => build(wanted)), batch]
}

type Mutation = {
  kind: 'set' | 'insert' | 'remove' | 'repeat'
  at: number
  bytes: Uint8Array
  length: number
}

// Single bytes, and the marks that the parsers look for.
const marks = [
  '\r\n',
  '--',
  '%',
  '%u',
  '&',
  '=',
  '[[',
  '{"',
  '\u0000',
  'ÿ',
  '-S-',
  '#PUBLIC#',
  '"',
  ';',
  '9'.repeat(30),
]
const mutation: fc.Arbitrary<Mutation> = fc.record({
  kind: fc.constantFrom('set', 'insert', 'remove', 'repeat'),
  at: fc.nat(1 << 20),
  bytes: fc.oneof(
    fc.uint8Array({ minLength: 1, maxLength: 4 }),
    fc.constantFrom(...marks).map((mark) => Buffer.from(mark)),
  ),
  length: fc.nat(40),
})

function mutate(part: Buffer, change: Mutation): Buffer {
  const at = change.at % (part.length + 1)
  const end = Math.min(part.length, at + change.length)
  const [head, tail] = [part.subarray(0, at), part.subarray(at)]
  if (change.kind === 'insert') return Buffer.concat([head, change.bytes, tail])
  if (change.kind === 'remove') return Buffer.concat([head, part.subarray(end)])
  if (change.kind === 'repeat') return Buffer.concat([head, part.subarray(at, end), tail])
  return Buffer.concat([head, change.bytes, part.subarray(Math.min(part.length, at + change.bytes.length))])
}

const END_OF_HEAD = '\r\n\r\n'

/** Changes in the body alone, its length told rightly: this is HTTP, whatever it says. */
function mutateBody(seed: Buffer, changes: readonly Mutation[]): Buffer {
  const cut = seed.indexOf(END_OF_HEAD) + END_OF_HEAD.length
  const body = changes.reduce(mutate, seed.subarray(cut))
  const head = seed
    .toString('latin1', 0, cut)
    .replace(/Content-Length: \d+/, `Content-Length: ${body.length}`)
  return Buffer.concat([Buffer.from(head, 'latin1'), body])
}

function isTopAnswer(answer: RawAnswer): boolean {
  const text = answer.body.toString('utf8')
  if (answer.headers.get('content-type') === 'text/xml;charset=UTF-8') {
    return /^<\?xml version="1.0" encoding="utf-8" \?><(\w+_response)>.*<\/\1>$/s.test(text)
  }
  if (answer.headers.get('content-type') !== 'text/javascript;charset=UTF-8') return false
  return text.split('\r\n-S-\r\n').every((part) => typeof JSON.parse(part) === 'object')
}

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
