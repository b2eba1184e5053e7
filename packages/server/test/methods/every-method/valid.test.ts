import { type JsonObject, outputFromWire, parseJson, validateOutput } from '@opentbk/top'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { methods } from '../../../src/methods/index.ts'
import { jsonLeaves, xmlLeaves } from './leaves.ts'
import { callerFor, type Network, startNetwork } from './network.ts'
import { readXml } from './read-xml.ts'
import { validCall, validCalls } from './valid-calls.ts'

let network: Network

beforeAll(async () => {
  network = await startNetwork()
})
afterAll(() => network.server.close())

test('the table of valid calls names no method that is gone', () => {
  expect(Object.keys(validCalls).filter((name) => !methods.has(name))).toEqual([])
})

describe.each([...methods.values()].map((method) => [method.name, method] as const))('%s', (name, method) => {
  const answer = (how: { format?: 'json' | 'xml'; simplify?: boolean } = {}) =>
    network.server.callText(name, validCall(network, method), { ...callerFor(network, method), ...how })

  test('a valid call answers by its contract, with data', async () => {
    const json = parseJson(await answer()) as JsonObject
    expect(validateOutput(method, json)).toEqual([])
    expect(Object.keys(json)).toEqual([method.rootName])
    const root = json[method.rootName] as JsonObject
    expect(Object.keys(root).at(-1)).toBe('request_id')
    expect(jsonLeaves(root).length).toBeGreaterThan(1)
    expect(failuresIn(json)).toEqual([])
  })

  test('simplified, it says the same without its root', async () => {
    const json = parseJson(await answer())
    const simple = parseJson(await answer({ simplify: true })) as JsonObject
    expect(validateOutput(method, simple)).toEqual([])
    expect(simple).not.toHaveProperty(method.rootName)
    const shape = (wire: unknown) => jsonLeaves(outputFromWire(method, wire))
    expect(shape(simple)).toEqual(shape(json))
  })

  test('in XML it is well-formed, with the same members in the same order', async () => {
    const json = parseJson(await answer()) as JsonObject
    const xml = readXml(await answer({ format: 'xml' }))
    expect(xml.name).toBe(method.rootName)
    expect(xmlLeaves(xml)).toEqual(jsonLeaves(json[method.rootName]))
  })
})

/** Elements of a list that failed on their own: a valid call has none. */
function failuresIn(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return []
  const own = 'code' in value && 'msg' in value ? [value] : []
  return [...own, ...Object.values(value).flatMap(failuresIn)]
}
