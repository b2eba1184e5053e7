import fc from 'fast-check'
import type { DemoAccess } from '../src/seed/demo-access.ts'
import { requestBytes } from '../test/gateway/raw-http.ts'
import { signedParams } from '../test/setup/server.ts'

const KIB = 1 << 10
const MAX_FORM_BYTES = 1 << 20
const FORM = 'application/x-www-form-urlencoded'

/** A request that no honest client sends, and whether its signature is right, so that it gets past the door. */
export type HostileCall = { what: string; bytes: Buffer }

const weirdTexts = fc.oneof(
  fc.constantFrom(
    '\0',
    '\ufeff',
    '\u202e',
    '%',
    '%00',
    '%u4e2d',
    '𝄞'.repeat(500),
    "'; drop table orders; --",
  ),
  fc.constantFrom(
    '9'.repeat(400),
    '-1',
    '1e309',
    'NaN',
    '0x10',
    '٣',
    '１２',
    '[',
    '{}',
    'null',
    '[null]',
    '__proto__',
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.integer({ min: 10, max: 5000 }).map((depth) => '['.repeat(depth) + ']'.repeat(depth)),
  fc.integer({ min: 10, max: 5000 }).map((depth) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`),
  fc.integer({ min: 1, max: 900 }).map((kib) => '看'.repeat((kib * KIB) / 9)),
)

const names = [
  ...[
    'item_id',
    'item_id_list',
    'material_list',
    'item_dto',
    'material_dto',
    'adzone_id',
    'q',
    'cat',
    'page_no',
  ],
  ...[
    'page_size',
    'sort',
    'url',
    'text',
    'password_content',
    'start_time',
    'end_time',
    'position_index',
    'uvid',
  ],
  ...['session', 'relation_id', 'external_id', 'required_link_type', 'toString', '__proto__', 'constructor'],
]

/** Rightly signed calls of any method with wrong values in any of its parameters, and in others'. */
function signedCalls(demo: DemoAccess, methods: readonly string[]): fc.Arbitrary<HostileCall> {
  const params = fc.dictionary(fc.constantFrom(...names), weirdTexts, { minKeys: 1, maxKeys: 6 })
  return fc.tuple(fc.constantFrom(...methods), params).map(([method, wrong]) => {
    const all = { adzone_id: demo.pid.split('_')[3], ...wrong }
    const body = signedParams(demo, { method, params: all, call: {} }).toString()
    return { what: `signed ${method}`, bytes: post({ 'content-type': FORM }, body) }
  })
}

/** Forms of many, repeated, empty and endless parameters, some in bytes that are no UTF-8. */
const forms: fc.Arbitrary<HostileCall> = fc
  .tuple(
    fc.constantFrom(
      'a=1',
      'method=taobao.time.get',
      '=',
      '&',
      '%',
      'sign=%ff%fe',
      '\xc4\xe3=\xba\xc3',
      '%C0%AF=1',
      'a%00=b',
    ),
    fc.integer({ min: 1, max: 20_000 }),
    fc.constantFrom(
      FORM,
      '',
      'text/plain;charset=gbk',
      'application/json',
      'application/xml',
      ';;;',
      'multipart/form-data',
    ),
  )
  .map(([pair, times, type]) => {
    const body = Buffer.from(
      Array(times)
        .fill(pair)
        .join('&')
        .slice(0, MAX_FORM_BYTES + 10),
      'latin1',
    )
    return { what: `${times} times ${pair} as ${type}`, bytes: post({ 'content-type': type }, body) }
  })

/** Multipart bodies whose parts, headers and boundaries do not add up. */
const multiparts: fc.Arbitrary<HostileCall> = fc
  .tuple(
    fc.array(
      fc.constantFrom(
        ...[
          '--b\r\n',
          '--b',
          '--b--',
          '\r\n',
          '\r\n\r\n',
          'Content-Disposition: form-data; name="x"\r\n\r\n1\r\n',
        ],
        ...[
          'Content-Disposition:form-data;name=file;filename="\0"\r\n',
          'Content-Type: ',
          '\xff\xfe',
          'name=""; ',
        ],
      ),
      { minLength: 1, maxLength: 400 },
    ),
    fc.constantFrom('boundary=b', 'boundary="b', 'boundary=', 'boundary=bb', `boundary=${'b'.repeat(5000)}`),
  )
  .map(([pieces, boundary]) => ({
    what: `multipart of ${pieces.length} pieces, ${boundary.slice(0, 20)}`,
    bytes: post(
      { 'content-type': `multipart/form-data; ${boundary}` },
      Buffer.from(pieces.join(''), 'latin1'),
    ),
  }))

/** Batches of too many, empty and nested segments under separators of the sender's choice. */
const batches: fc.Arbitrary<HostileCall> = fc
  .tuple(
    fc.array(fc.constantFrom('N', '', '#PUBLIC#method=taobao.time.get', 'method=x&%', 'a=%ff', '\0'), {
      maxLength: 60,
    }),
    fc.constantFrom('\r\n-S-\r\n', '', 'N', '&', '-S-'),
  )
  .map(([segments, separator]) => {
    const headers = { 'content-type': 'text/plain', 'top-api-separator': separator.trim() }
    return {
      what: `batch of ${segments.length}`,
      bytes: post(headers, segments.join(separator), '/router/batch?format=json&app_key=1&v=2.0'),
    }
  })

export function hostileCalls(demo: DemoAccess, methods: readonly string[]): fc.Arbitrary<HostileCall> {
  return fc.oneof(
    { arbitrary: signedCalls(demo, methods), weight: 5 },
    { arbitrary: forms, weight: 2 },
    { arbitrary: multiparts, weight: 2 },
    { arbitrary: batches, weight: 1 },
  )
}

function post(headers: Record<string, string>, body: Buffer | string, target = '/router/rest'): Buffer {
  return requestBytes({ target, headers, body })
}
