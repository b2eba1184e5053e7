import { invalidArgument, missingArgument } from '@opentbk/top'
import type { RegisterInfo, RelationApp } from './channel.ts'

const PARAMETER = 'register_info'
const MAX_VALUE_CHARS = 200
const always = ['phoneNumber', 'province', 'city', 'location', 'detailAddress'] as const
const ofScene: Partial<Record<RelationApp, readonly (keyof RegisterInfo)[]>> = {
  offlineShop: ['shopType', 'shopName'],
  offlinePerson: ['career'],
}
const optional = ['career', 'shopType', 'shopName', 'shopCertifyType', 'certifyNumber'] as const

/** What an offline channel must register, checked. Other scenes need none, but what is sent is checked alike. */
export function readRegisterInfo(text: string | undefined, scene: RelationApp): RegisterInfo | undefined {
  const needed = ofScene[scene]
  if (text === undefined) {
    if (needed) throw missingArgument(PARAMETER)
    return undefined
  }
  const given = parseObject(text)
  const read = (name: keyof RegisterInfo): string | undefined => {
    const value = given[name]
    if (value === undefined || value === null || value === '') return undefined
    if (typeof value !== 'string') throw invalidArgument(`${PARAMETER}.${name}`, '应为字符串')
    if (value.length > MAX_VALUE_CHARS)
      throw invalidArgument(`${PARAMETER}.${name}`, `最长${MAX_VALUE_CHARS}个字符`)
    return value
  }
  for (const name of [...always, ...(needed ?? [])]) {
    if (read(name) === undefined) throw missingArgument(`${PARAMETER}.${name}`)
  }
  const names = [...always, ...optional]
  return Object.fromEntries(names.map((name) => [name, read(name)])) as RegisterInfo
}

function parseObject(text: string): Record<string, unknown> {
  const problem = invalidArgument(PARAMETER, '应为JSON对象')
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw problem
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw problem
  return value as Record<string, unknown>
}
