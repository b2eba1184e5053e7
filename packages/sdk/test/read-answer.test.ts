import { describe, expect, test } from 'vitest'
import { list, object, type Shape } from '../src/contract.ts'
import { TopApiError, TransportError } from '../src/errors.ts'
import { readAnswer } from '../src/read-answer.ts'

const text: Shape = { kind: 'string' }
const number: Shape = { kind: 'number' }
const id: Shape = { kind: 'number', isId: true }
const boolean: Shape = { kind: 'boolean' }
const price: Shape = { kind: 'price' }
const row = object({
  id,
  name: text,
  isNew: boolean,
  fee: price,
  count: number,
  tags: list(text),
  ids: list(id),
})
const contract = {
  name: 'taobao.x.rows.get',
  response: { data: object({ rows: list(row), one: row }), total: number },
}
const read = (body: string) => readAnswer(contract, body)
const failure = (body: string) => {
  try {
    read(body)
  } catch (error) {
    return error
  }
  throw new Error('was read')
}

const rows = [
  { id: '9007199254740993', name: 'a', tags: ['x', 'y'], ids: ['9007199254740995'] },
  { id: '5', ids: [] },
]

describe('lists are arrays', () => {
  test.each([
    [
      'wrapped under a root',
      `{"x_rows_get_response":{"data":{"rows":{"row_dto":[
        {"id":9007199254740993,"name":"a","tags":{"string":["x","y"]},"ids":{"number":[9007199254740995]}},
        {"id":5,"ids":{}}]}},"request_id":"r"}}`,
    ],
    [
      'wrapped under another name',
      `{"x_rows_get_response":{"data":{"rows":{"whatever":[
        {"id":"9007199254740993","name":"a","tags":{"json":["x","y"]},"ids":{"long":["9007199254740995"]}},
        {"id":"5","ids":""}]}},"request_id":"r"}}`,
    ],
    [
      'simplified',
      `{"data":{"rows":[{"id":9007199254740993,"name":"a","tags":["x","y"],"ids":[9007199254740995]},
        {"id":5,"ids":[]}]},"request_id":"r"}`,
    ],
  ])('%s', (_form, body) => {
    expect(read(body)).toEqual({ data: { rows }, request_id: 'r' })
  })

  test('an object with one array in it is no list where the contract has an object', () => {
    expect(read('{"data":{"one":{"tags":["x"]}}}')).toEqual({ data: { one: { tags: ['x'] } } })
  })
})

describe('values', () => {
  const one = (members: string) => (read(`{"data":{"one":{${members}}}}`).data as { one: unknown }).one

  test('keep their documented types, however a gateway writes them', () => {
    expect(one('"id":5,"name":7,"isNew":"true","fee":1.50,"count":"12"')).toEqual({
      id: '5',
      name: '7',
      isNew: true,
      fee: '1.50',
      count: 12,
    })
    expect(one('"count":1.5,"isNew":false,"name":"\\u4e2d"')).toEqual({
      count: 1.5,
      isNew: false,
      name: '中',
    })
  })

  test('a number that a double cannot hold stays text, and null is nothing', () => {
    expect(one('"count":9007199254740993,"name":null,"ids":[1,null]')).toEqual({
      count: '9007199254740993',
      ids: ['1'],
    })
  })

  test('what the contract lacks is kept, and changes no prototype', () => {
    const read = one(
      '"more":{"big":9007199254740993,"small":3,"list":[{"a":1}]},"__proto__":{"x":1}',
    ) as object
    expect(Object.entries(read)).toEqual([
      ['more', { big: '9007199254740993', small: 3, list: [{ a: 1 }] }],
      ['__proto__', { x: 1 }],
    ])
    expect(Object.getPrototypeOf(read)).toBe(Object.prototype)
  })
})

describe('errors', () => {
  test('carry everything that the gateway said', () => {
    const body = `{"error_response":{"code":15,"msg":"Remote service error","sub_code":"isv.item-not-exist",
      "sub_msg":"商品不存在","request_id":"rxvq1sgu4s5g"}}`
    const error = failure(body) as TopApiError
    expect(error).toBeInstanceOf(TopApiError)
    expect(error).toMatchObject({
      name: 'TopApiError',
      method: 'taobao.x.rows.get',
      message: 'taobao.x.rows.get: 15 Remote service error · isv.item-not-exist · 商品不存在',
      code: 15,
      msg: 'Remote service error',
      subCode: 'isv.item-not-exist',
      subMsg: '商品不存在',
      requestId: 'rxvq1sgu4s5g',
      retryable: false,
      isLimit: false,
      retryAfterMs: undefined,
    })
  })

  test('a limit says how long it lasts', () => {
    const body = `{"error_response":{"code":7,"msg":"App Call Limited","sub_code":"accesscontrol.limited-by-api-access-count",
      "sub_msg":"This ban will last for 12 more seconds","request_id":"r"}}`
    expect(failure(body)).toMatchObject({ isLimit: true, retryable: true, retryAfterMs: 12_000 })
  })

  test.each([
    ['{"x_rows_get_response":{"code":"27","msg":"Invalid session"}}', { code: 27, subCode: undefined }],
    ['{"sub_code":"isp.x-service-unavailable","request_id":"r"}', { code: 15, retryable: true }],
    [
      '<?xml version="1.0" encoding="utf-8" ?><error_response><code>43</code><msg>parameter error</msg><sub_msg>a &lt; b &amp;lt; c</sub_msg><request_id>r</request_id></error_response>',
      { code: 43, msg: 'parameter error', subMsg: 'a < b &lt; c', requestId: 'r' },
    ],
  ])('%s is an error too', (body, expected) => {
    const error = failure(body)
    expect(error).toBeInstanceOf(TopApiError)
    expect(error).toMatchObject(expected)
  })

  test('a code of 0 is none', () => {
    expect(read('{"x_rows_get_response":{"code":"0","total":1}}')).toEqual({ code: '0', total: 1 })
  })

  test.each(['', 'Bad Gateway', '<html>502</html>', '[]', '"x"', 'null', '{"a":', '{"a":1}x'])(
    '%j is no answer',
    (body) => {
      const error = failure(body)
      expect(error).toBeInstanceOf(TransportError)
      expect(error).toMatchObject({ problem: 'answer' })
    },
  )
})
