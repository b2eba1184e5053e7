import fc from 'fast-check'
import type { DemoAccess } from '../../src/seed/demo-access.ts'
import type { RawAnswer } from './raw-http.ts'
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

/** One request of every dialect, and a batch: what the mutations start from. */
export function seedRequests(demo: DemoAccess): Buffer[] {
  const wanted: Wanted = {
    app: demo.app,
    method: 'taobao.tbk.dg.general.link.convert',
    params: {
      adzone_id: demo.pid.split('_')[3] as string,
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

export type Mutation = {
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
export const mutation: fc.Arbitrary<Mutation> = fc.record({
  kind: fc.constantFrom('set', 'insert', 'remove', 'repeat'),
  at: fc.nat(1 << 20),
  bytes: fc.oneof(
    fc.uint8Array({ minLength: 1, maxLength: 4 }),
    fc.constantFrom(...marks).map((mark) => Buffer.from(mark)),
  ),
  length: fc.nat(40),
})

export function mutate(part: Buffer, change: Mutation): Buffer {
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
export function mutateBody(seed: Buffer, changes: readonly Mutation[]): Buffer {
  const cut = seed.indexOf(END_OF_HEAD) + END_OF_HEAD.length
  const body = changes.reduce(mutate, seed.subarray(cut))
  const head = seed
    .toString('latin1', 0, cut)
    .replace(/Content-Length: \d+/, `Content-Length: ${body.length}`)
  return Buffer.concat([Buffer.from(head, 'latin1'), body])
}

export function isTopAnswer(answer: RawAnswer): boolean {
  const text = answer.body.toString('utf8')
  if (answer.headers.get('content-type') === 'text/xml;charset=UTF-8') {
    return /^<\?xml version="1.0" encoding="utf-8" \?><(\w+_response)>.*<\/\1>$/s.test(text)
  }
  if (answer.headers.get('content-type') !== 'text/javascript;charset=UTF-8') return false
  return text.split('\r\n-S-\r\n').every((part) => typeof JSON.parse(part) === 'object')
}
