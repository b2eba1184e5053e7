import { afterAll, beforeAll, expect, test } from 'vitest'
import { methods } from '../../../src/methods/index.ts'
import { badArguments } from './bad-arguments.ts'
import { callerFor, type Network, startNetwork } from './network.ts'
import { refusedCall } from './refused.ts'
import { validCall } from './valid-calls.ts'

let network: Network

beforeAll(async () => {
  network = await startNetwork()
})
afterAll(() => network.server.close())

const words = {
  40: { msg: 'Missing required arguments', subCode: 'isv.missing-parameter' },
  41: { msg: 'Invalid arguments', subCode: 'isv.invalid-parameter' },
} as const

const cases = [...methods.values()].flatMap((method) =>
  badArguments(method.request).map((bad) => [method.name, bad.title, { method, bad }] as const),
)

test.each(cases)('%s: %s', async (name, _title, { method, bad }) => {
  const params = bad.spoil(validCall(network, method))
  const error = await refusedCall(network, { method: name, params, options: callerFor(network, method) })
  const { msg, subCode } = words[bad.code]
  expect(error).toMatchObject({
    code: bad.code,
    msg: `${msg}:${bad.path}`,
    sub_code: `${subCode}:${bad.path}`,
    sub_msg: expect.stringContaining(bad.path),
  })
})
