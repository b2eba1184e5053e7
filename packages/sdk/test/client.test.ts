import { describe, expect, test } from 'vitest'
import { checkedParams, clientOf, fakeGateway } from './gateway.ts'

const nothing = '{"request_id":"r1"}'

describe('a request', () => {
  test('is signed, with what the protocol asks for and the input in wire form', async () => {
    const { fetch, calls } = fakeGateway(nothing)
    await clientOf(fetch).tbk.dgGeneralLinkConvert({
      adzone_id: 9007199254740993n,
      item_dto: [{ item_id: 'a-b', sku_id: '9007199254740993' }],
      relation_id: '',
      uvid: undefined,
    })
    expect(checkedParams(calls[0])).toEqual({
      method: 'taobao.tbk.dg.general.link.convert',
      app_key: '12630101',
      v: '2.0',
      format: 'json',
      simplify: 'true',
      sign_method: 'hmac-sha256',
      adzone_id: '9007199254740993',
      item_dto: '[{"item_id":"a-b","sku_id":9007199254740993}]',
    })
  })

  test.each(['md5', 'hmac', 'hmac-sha256'] as const)('is signed by %s', async (signMethod) => {
    const { fetch, calls } = fakeGateway(nothing)
    await clientOf(fetch, { signMethod, simplify: false }).tbk.tpwdParse({
      password_content: '看 ¥a+b&c=d¥\n😀',
    })
    expect(checkedParams(calls[0])).toMatchObject({ sign_method: signMethod })
    expect(calls[0]?.has('simplify')).toBe(false)
  })

  test('takes no input where nothing is required', async () => {
    const { fetch, calls } = fakeGateway('{"time":"2026-01-01 12:00:00","request_id":"r1"}')
    expect(await clientOf(fetch).time.get()).toEqual({ time: '2026-01-01 12:00:00', request_id: 'r1' })
    expect(checkedParams(calls[0])).toMatchObject({ method: 'taobao.time.get' })
  })

  test('carries the session where the method takes one, or where the call says so', async () => {
    const { fetch, calls } = fakeGateway(nothing, nothing, nothing, nothing)
    const client = clientOf(fetch, { session: 'own' })
    await client.tbk.scAdzoneCreate({ site_id: '1', adzone_name: 'x' })
    await client.tbk.adzoneCreate({ site_id: '1', adzone_name: 'x' })
    await client.tbk.adzoneCreate({ site_id: '1', adzone_name: 'x' }, { session: 'other' })
    await client.call('taobao.any.thing', { a: [1, 2], b: { c: 5n } })
    expect(calls.map((call) => checkedParams(call).session)).toEqual(['own', undefined, 'other', 'own'])
    expect(checkedParams(calls[3])).toMatchObject({ method: 'taobao.any.thing', a: '1,2', b: '{"c":5}' })
  })

  test('cannot have its method or key replaced by the input', async () => {
    const { fetch, calls } = fakeGateway(nothing)
    await clientOf(fetch).call('taobao.time.get', { method: 'taobao.x.delete', app_key: '1', sign: 'x' })
    expect(checkedParams(calls[0])).toMatchObject({ method: 'taobao.time.get', app_key: '12630101' })
  })

  test('refuses what no parameter can carry before anything is sent', async () => {
    const { fetch, calls } = fakeGateway()
    await expect(clientOf(fetch).call('taobao.x.get', { rate: 0.1 })).rejects.toThrow(
      'rate must be a safe integer',
    )
    expect(calls).toEqual([])
  })

  test('names a gateway that is no address at once', () => {
    expect(() => clientOf(fakeGateway().fetch, { gateway: 'gateway' })).toThrow('Invalid URL')
  })
})
