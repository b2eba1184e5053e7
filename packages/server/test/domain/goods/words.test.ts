import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cutWords, searchQuery, searchVector } from '../../../src/domain/goods/index.ts'
import { startTestServer, type TestServer } from '../../setup/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

async function matches(title: string, query: string): Promise<boolean> {
  const [vector, text] = [searchVector(cutWords(title)), searchQuery(query)]
  const { rows } = await sql<{ hit: boolean }>`select ${vector}::tsvector @@ ${text}::tsquery as hit`.execute(
    server.db,
  )
  return rows[0]?.hit ?? false
}

describe('words', () => {
  test('are lower case, narrow, each once, without punctuation', () => {
    const words = cutWords('ＩＰＨＯＮＥ１６ Pro, 连衣裙！连衣裙 5.5寸')
    expect(words).toContain('iphone16')
    expect(words).toContain('连衣裙')
    expect(words).toContain('pro')
    expect(new Set(words).size).toBe(words.length)
    expect(words.every((word) => /[\p{L}\p{N}]/u.test(word))).toBe(true)
  })

  test('are at most 64, however long the text', () => {
    const text = Array.from({ length: 3000 }, (_, index) => `w${index}`).join(' ')
    expect(cutWords(text)).toHaveLength(64)
    expect(cutWords('字'.repeat(100_000)).length).toBeLessThanOrEqual(64)
  })

  test('the same words in another order and case find the title; a word it lacks does not', async () => {
    const title = 'Sunny 夏季 纯棉连衣裙'
    expect(await matches(title, '连衣裙 SUNNY')).toBe(true)
    expect(await matches(title, '纯棉 夏季')).toBe(true)
    expect(await matches(title, '连衣裙 冬季')).toBe(false)
  })

  test('any text is a safe vector and a safe query, and finds itself', async () => {
    const texts = fc.string({
      unit: fc.constantFrom(...`'"\\&|!():*<-> \t\0连衣裙ab1\ud800é😀`.split('')),
      maxLength: 30,
    })
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        const words = cutWords(text)
        const found = await matches(text, text)
        expect(found).toBe(words.length > 0)
      }),
      { numRuns: 150 },
    )
  })
})
