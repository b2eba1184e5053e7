import { expect } from 'vitest'
import type { CallOptions } from '../../setup/server.ts'
import type { Network } from './network.ts'
import { childText, readXml } from './read-xml.ts'
import type { Params } from './valid-calls.ts'

export type WireError = { code: number; msg?: string; sub_code?: string; sub_msg?: string }
type RefusedCall = { method: string; params: Params; options: CallOptions }

// What a bad signature (25) and a stale time (31) say holds the format or the second of the call.
const saysItsOwn = new Set([25, 31])

/** Makes a call that must be refused, in JSON and in XML; both must say the same. Answers the error. */
export async function refusedCall(network: Network, call: RefusedCall): Promise<WireError> {
  const { method, params, options } = call
  const inJson = JSON.parse(await network.server.callText(method, params, { ...options, format: 'json' }))
  const xml = readXml(await network.server.callText(method, params, { ...options, format: 'xml' }))
  expect(Object.keys(inJson)).toEqual(['error_response'])
  const { request_id, ...error } = inJson.error_response
  expect(request_id).toMatch(/^[0-9a-z]{8,16}$/)
  expect(xml.name).toBe('error_response')
  expect(childText(xml, 'code')).toBe(String(error.code))
  expect(childText(xml, 'msg')).toBe(error.msg)
  expect(childText(xml, 'sub_code')).toBe(error.sub_code)
  if (!saysItsOwn.has(error.code)) expect(childText(xml, 'sub_msg')).toBe(error.sub_msg)
  return error
}
