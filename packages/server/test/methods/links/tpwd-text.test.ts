import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { convertItem, type LinkNetwork, startLinkNetwork } from './link-network.ts'

const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const MOST_CANDIDATES = 20

let network: LinkNetwork
let password: string
let originUrl: string

beforeAll(async () => {
  network = await startLinkNetwork()
  const { link_info_dto } = await convertItem(network)
  password = link_info_dto.cps_short_tpwd.slice(1, -1)
  originUrl = link_info_dto.cps_long_url
})
afterAll(() => network.server.close())

const run = (length: number) =>
  fc.string({ unit: fc.constantFrom(...BASE62), minLength: length, maxLength: length })
/** What ends a run: punctuation of any script, marks, emoji, blanks, words without base-62 characters. */
const separator = fc.constantFrom(
  ...[
    '\u00a5',
    '￥',
    '$',
    '€',
    '(',
    ')',
    '【',
    '】',
    '，',
    '。',
    '!',
    '_',
    '-',
    '/',
    ' ',
    '\n',
    '\t',
    '\u3000',
  ],
  ...['🎁', '👨‍👩‍👧', '复制这段', '打开淘宝', 'é', 'Ω', '\u200b', '½', '①', 'Ａ'],
)
const separators = fc.array(separator, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(''))
const decoy = fc.oneof(run(10), run(11), run(12), run(1))

/** Decoys and the password, each apart from the next. */
const text = fc.record({
  before: fc.array(decoy, { maxLength: MOST_CANDIDATES - 1, size: 'max' }),
  after: fc.array(decoy, { maxLength: 10 }),
  gaps: fc.array(separators, { minLength: 2 * MOST_CANDIDATES, maxLength: 2 * MOST_CANDIDATES }),
  head: fc.constantFrom('', ' ', '「', '🎉'),
})

function compose(parts: { before: string[]; after: string[]; gaps: string[]; head: string }): string {
  const words = [...parts.before, password, ...parts.after]
  return parts.head + words.map((word, index) => `${word}${parts.gaps[index]}`).join('')
}

async function parse(password_content: string): Promise<{ origin_url?: string; sub_code?: string }> {
  const answer = await network.server.call('taobao.tbk.tpwd.parse', { password_content })
  return answer.error_response ?? answer.tbk_tpwd_parse_response.data
}

test('a password is found in any text, behind up to 19 other runs of its length', async () => {
  await fc.assert(
    fc.asyncProperty(text, async (parts) => {
      expect(await parse(compose(parts))).toEqual({ origin_url: originUrl })
    }),
    { numRuns: 300 },
  )
})

test('not as a part of a longer run', async () => {
  await fc.assert(
    fc.asyncProperty(run(1), fc.boolean(), async (char, isBefore) => {
      const longer = isBefore ? `${char}${password}` : `${password}${char}`
      expect((await parse(`口令 ${longer} 打开`)).sub_code).toBe('20010')
    }),
    { numRuns: 50 },
  )
})

test('and not behind 20 others', async () => {
  const decoys = Array.from({ length: MOST_CANDIDATES }, (_, index) => String(index).padStart(11, '0'))
  expect(await parse([...decoys.slice(1), password].join(' '))).toEqual({ origin_url: originUrl })
  expect((await parse([...decoys, password].join(' '))).sub_code).toBe('20011')
  // The same decoy twice is one.
  expect(await parse([...decoys.slice(1), ...decoys.slice(1), password].join(' '))).toEqual({
    origin_url: originUrl,
  })
})
