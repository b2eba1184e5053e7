import { subCodeFor } from '@opentbk/top'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readFacts } from '../../../../top/test/facts.ts'
import { methods } from '../../../src/methods/index.ts'
import { callerFor, type Network, startNetwork } from './network.ts'
import { refusedCall } from './refused.ts'
import { type Params, validCall } from './valid-calls.ts'

const NO_SUCH_ADZONE = '2'
const documented = new Map(readFacts().map((fact) => [fact.method, fact.errors.map((error) => error.code)]))

let network: Network

beforeAll(async () => {
  network = await startNetwork()
})
afterAll(() => network.server.close())

const placed = [...methods.values()].filter((method) => 'adzone_id' in method.request)

describe.each(placed.map((method) => [method.name, method] as const))('%s', (name, method) => {
  const refused = (params: Params) =>
    refusedCall(network, {
      method: name,
      params: { ...validCall(network, method), ...params },
      options: callerFor(network, method),
    })
  const hasSite = 'site_id' in method.request

  test('a foreign adzone is answered like one that does not exist', async () => {
    const { adzoneId, siteId } = network.foreign
    const unknown = await refused({ adzone_id: '1' })
    expect(unknown).toMatchObject({ code: 15, sub_code: subCodeFor(method, 'adzone.unknown') })
    expect(await refused({ adzone_id: adzoneId })).toEqual(unknown)
    if (hasSite) expect(await refused({ adzone_id: adzoneId, site_id: siteId })).toEqual(unknown)
  })

  if (hasSite) {
    test('so is an own adzone under another site', async () => {
      const unknown = await refused({ adzone_id: '1' })
      expect(await refused({ site_id: network.foreign.siteId })).toEqual(unknown)
      expect(await refused({ site_id: '1' })).toEqual(unknown)
    })
  }

  test('with a code that its own page names, else 2', ({ skip }) => {
    skip(documented.size === 0, '../shared/facts is absent')
    const code = subCodeFor(method, 'adzone.unknown')
    const codes = documented.get(name) ?? []
    expect(codes.includes(code) || code === NO_SUCH_ADZONE).toBe(true)
    if (!codes.includes(NO_SUCH_ADZONE) && codes.includes('4')) expect(code).toBe('4')
  })
})
