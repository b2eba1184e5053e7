import { expect, test } from 'vitest'
import { isRetryable, refusals, topError, topErrors } from '../src/index.ts'

test.each([
  [7, 'App Call Limited'],
  [11, 'Insufficient isv permissions'],
  [15, 'Remote service error'],
  [21, 'Missing method'],
  [25, 'Invalid signature'],
  [27, 'Invalid session'],
  [29, 'Invalid app Key'],
])('code %i is %j on the wire', (code, msg) => {
  const name = (Object.keys(topErrors) as (keyof typeof topErrors)[]).find(
    (key) => topErrors[key].code === code,
  )
  expect(name === undefined ? undefined : topError(name)).toMatchObject({ code, message: msg })
})

test('no code is listed twice, every refusal has its sub_code and its words', () => {
  const codes = Object.values(topErrors).map((error) => error.code)
  expect(new Set(codes).size).toBe(codes.length)
  for (const text of Object.values(refusals)) {
    expect(text.subCode).toMatch(/^(\d+|is[vp]\.[\w.-]+(:\w+)?)$/)
    expect(text.subMsg).not.toBe('')
  }
})

test.each([
  [7, 'accesscontrol.limited-by-api-access-count', true],
  [10, undefined, true],
  [15, 'isp.system-busy', true],
  [15, 'isp.top-remote-connection-timeout', true],
  [15, 'isp.top-mapping-parse-error', false],
  [15, 'isp.relation-id-not-corrent', false],
  [15, 'isv.item-not-exist', false],
  [15, '20000', false],
  [25, undefined, false],
  [41, 'isv.invalid-parameter:x', false],
])('%i with %s may be retried: %s', (code, subCode, retry) => {
  expect(isRetryable(code, subCode)).toBe(retry)
})
