import { expect } from 'vitest'
import type { CallOptions } from '../../setup/server.ts'
import type { Network } from './network.ts'
import { childText, readXml } from './read-xml.ts'
import type { Params } from './valid-calls.ts'

export type WireError = { code: number; msg?: string; sub_code?: string; sub_msg?: string }
type RefusedCall = { method: string; params: Params; options: CallOptions }

const members = ['msg', 'sub_code', 'sub_msg'] as const

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
  // The base string of a bad signature holds the format, so only there the words differ.
  if (error.code !== 25) for (const name of members) expect(childText(xml, name)).toBe(error[name])
  return error
}
