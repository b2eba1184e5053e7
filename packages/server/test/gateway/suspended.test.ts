import { afterAll, beforeAll, expect, test } from 'vitest'
import { askAsOperator } from '../sandbox/operator.ts'
import { startTestServer, type TestServer } from '../setup/server.ts'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

const setStanding = async (standing: string) => {
  const body = { standing, reason: '虚假流量' }
  const path = `/admin/v1/members/${server.demo.pid.split('_')[1]}/standing`
  expect((await askAsOperator(server, path, { body })).status).toBe(200)
}

/** What is wrong with each call for the publisher: by its own app, by a provider's, and one open to all members. */
async function errors(): Promise<unknown[]> {
  const [, , , adzone_id] = server.demo.pid.split('_')
  const material_dto = [{ material_url: `${server.url}/shop/items/1` }]
  const { session } = server.demo.provider_app
  const answers = await Promise.all([
    server.call('taobao.tbk.dg.general.link.parse', { adzone_id, material_dto }),
    server.call('taobao.tbk.sc.general.link.parse', { adzone_id, material_dto }, { session }),
    server.call('taobao.tbk.sc.punish.order.get', { af_order_option: {} }, { session }),
    server.call('taobao.time.get'),
  ])
  return answers.map(({ error_response: error }) => error && [error.code, error.sub_code, error.sub_msg])
}

test('no app acts for a suspended publisher, until it is reinstated', async () => {
  const none = [undefined, undefined, undefined, undefined]
  expect(await errors()).toEqual(none)
  await setStanding('suspended')
  const suspended = [15, '1', '授权用户已被暂停合作！']
  await expect.poll(errors).toEqual([suspended, suspended, suspended, undefined])
  await setStanding('good')
  await expect.poll(errors).toEqual(none)
})
