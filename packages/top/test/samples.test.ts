import { describe, expect, test } from 'vitest'
import type { JsonObject, JsonValue } from '../src/index.ts'
import {
  contracts,
  encodeResponse,
  JsonNumber,
  outputFromWire,
  parseJson,
  validateOutput,
} from '../src/index.ts'
import { fieldsOfFacts, readFacts } from './facts.ts'

const { method } = contracts<null>()
const facts = readFacts()
const reply = { format: 'json', simplify: false, requestId: 'r1' } as const

const nulls = 'null members, which an answer never has'
const textInNumber = 'result_msg is typed Number and holds a text'
/** Samples at odds with their own response tree: the reason, and the problem that the contract finds. */
const contradicting: Readonly<Record<string, readonly [reason: string, problem: string]>> = {
  'taobao.tbk.dg.newuser.order.sum': [nulls, 'valid_num: is null'],
  'taobao.tbk.dg.punish.order.get': [nulls, 'special_id: is null'],
  'taobao.tbk.relation.refund': [`${nulls}, and empty dates`, 'modified_time: is no GMT+8 time'],
  'taobao.tbk.feed.event.get': [textInNumber, 'result_msg: is no 64-bit integer'],
  'taobao.tbk.feed.indicator.exchange': [textInNumber, 'result_msg: is no 64-bit integer'],
  'taobao.tbk.feed.indicator.upload': [textInNumber, 'result_msg: is no 64-bit integer'],
  'taobao.tbk.feed.opt.upload': [textInNumber, 'result_msg: is no 64-bit integer'],
}

describe.skipIf(facts.length === 0)(
  'documented samples (skipped where ../shared is not beside the checkout)',
  () => {
    test.each(facts.filter((fact) => fact.sample_json !== null).map((fact) => [fact.method, fact] as const))(
      '%s',
      (name, fact) => {
        const contract = method({
          name,
          title: fact.title,
          session: 'none',
          permission: 'none',
          request: fieldsOfFacts(fact.request),
          response: fieldsOfFacts(fact.response),
          handle: async () => ({}),
        })
        const sample = (parseJson(fact.text) as JsonObject).sample_json as JsonValue
        const contradiction = contradicting[name]
        if (contradiction !== undefined) {
          expect(() => outputFromWire(contract, sample), contradiction[0]).toThrow(contradiction[1])
          return
        }
        const output = outputFromWire(contract, sample)
        const answer = parseJson(encodeResponse(reply, contract, output))
        expect(plain(withoutId(answer))).toEqual(plain(withoutId(sample)))
        expect(validateOutput(contract, answer)).toEqual([])
        const simple = parseJson(encodeResponse({ ...reply, simplify: true }, contract, output))
        expect(outputFromWire(contract, simple)).toEqual(output)
      },
    )
  },
)

function withoutId(answer: JsonValue): JsonValue {
  return Object.fromEntries(
    Object.entries(answer as JsonObject).map(([root, inner]) => {
      const { request_id: _, ...rest } = inner as JsonObject
      return [root, rest]
    }),
  )
}

// Numbers by their digits, so that a lost one shows.
function plain(value: JsonValue): unknown {
  if (value instanceof JsonNumber) return value.text
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]))
}
