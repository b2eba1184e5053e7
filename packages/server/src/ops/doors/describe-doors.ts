import { operatorDoors, ownDoors } from './all-doors.ts'
import type { Door, Input, Inputs, Schema, Words } from './door.ts'

type Kind = 'operators' | 'members'

const problem = { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } }
const READING = 'GET'

const pathWords: Readonly<Record<string, Words>> = {
  id: ['编号', 'its number'],
  itemId: ['商品编号', 'the item’s number'],
  tradeId: ['本网络的子订单号', 'the network’s number of the sub-order'],
  key: ['应用的 key', 'the app’s key'],
  app_key: ['应用的 key', 'the app’s key'],
  name: ['名称', 'its name'],
  period: ['月份，如 2026-01', 'the month, like 2026-01'],
  no: ['第几个文件', 'which file, from 1'],
  day: ['日期，如 2027-10-01', 'the day, like 2027-10-01'],
  year: ['年份', 'the year'],
}

const statusWords: Readonly<Record<number, Words>> = {
  200: ['成功', 'done'],
  201: ['已创建', 'created'],
  202: ['已受理', 'taken'],
  204: ['成功，无内容', 'done, nothing to say'],
  400: ['字段有误，由 field 指出', 'a field is wrong: it is named'],
  401: ['未登录或令牌无效', 'not signed in, or no valid token'],
  403: ['无权，或缺少 x-csrf-token', 'not allowed, or without x-csrf-token'],
  404: ['不存在，或属于他人', 'there is no such thing, or it is somebody else’s'],
  409: ['与现状冲突', 'it does not fit what is'],
  415: ['应为 application/json', 'application/json expected'],
  429: ['尝试过多，请等待', 'too many tries: wait'],
  503: ['繁忙，请重试', 'busy: try again'],
}

/** The doors of operators or members as an OpenAPI 3.1 document. */
export function describeDoors(kind: Kind): Schema {
  const isOperators = kind === 'operators'
  const doors = isOperators ? operatorDoors : ownDoors
  return {
    openapi: '3.1.1',
    info: {
      title: isOperators ? 'OpenTBK for operators' : 'OpenTBK for members',
      version: '2.0',
      description: isOperators
        ? 'What operators do: by a token, or by the cookie of a sign-in. 运营接口：令牌或登录均可。'
        : 'What members do with what is theirs, by the cookie of a sign-in. 成员接口：登录后使用。',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    paths: describePaths(doors, isOperators),
    components: { schemas: { Error: errorSchema }, securitySchemes },
  }
}

function describePaths(doors: readonly Door[], isOperators: boolean): Schema {
  const paths: Record<string, Record<string, Schema>> = {}
  for (const door of doors) {
    const [verb, path] = door.at.split(' ') as [string, string]
    const template = path.replaceAll(/:(\w+)/g, '{$1}')
    paths[template] = { ...paths[template], [verb.toLowerCase()]: describeDoor(door, isOperators) }
  }
  return paths
}

function describeDoor(door: Door, isOperators: boolean): Schema {
  const [verb, path] = door.at.split(' ') as [string, string]
  const { isOpen = false } = door
  const isChange = verb !== READING
  const parameters = [...pathParameters(path), ...queryParameters(door.query)]
  return {
    operationId: door.at.replaceAll(/\W+/g, '_'),
    summary: inBoth(door.does),
    security: security({ isOpen, isOperators, isChange }),
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(isChange && verb !== 'DELETE' ? { requestBody: requestBody(door) } : {}),
    responses: responses(door, refusals({ isOpen, isOperators, isChange })),
  }
}

function pathParameters(path: string): Schema[] {
  return [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => {
    const words = pathWords[name]
    if (!words) throw new Error(`${path}: nothing is said of ${name}`)
    return { name, in: 'path', required: true, description: inBoth(words), schema: { type: 'string' } }
  })
}

function queryParameters(query: Inputs = {}): Schema[] {
  return Object.entries(query).map(([name, input]) => ({
    name,
    in: 'query',
    ...(input.isOptional ? {} : { required: true }),
    description: inBoth(input.words),
    schema: input.schema,
  }))
}

/** A change is JSON even where nothing is to be said. */
function requestBody({ body, needsOneOf }: Door): Schema {
  if (!body) return jsonBody({ type: 'object', description: 'nothing is read of it / 内容不被读取' })
  const required = Object.entries(body).filter(([, input]) => !input.isOptional)
  const schema = {
    type: 'object',
    ...(required.length === 0 ? {} : { required: required.map(([name]) => name) }),
    ...(needsOneOf ? { anyOf: needsOneOf.map((name) => ({ required: [name] })) } : {}),
    properties: Object.fromEntries(Object.entries(body).map(([name, input]) => [name, bodyMember(input)])),
    additionalProperties: false,
  }
  return jsonBody(schema)
}

function jsonBody(schema: Schema): Schema {
  return { required: true, content: { 'application/json': { schema } } }
}

function bodyMember({ schema, words }: Input): Schema {
  return { ...schema, description: inBoth(words) }
}

type Guard = { isOpen: boolean; isOperators: boolean; isChange: boolean }

function security(of: Guard): Schema[] {
  if (of.isOpen) return []
  const bySignIn = of.isChange ? { sign_in: [], csrf: [] } : { sign_in: [] }
  return of.isOperators ? [{ operator: [] }, bySignIn] : [bySignIn]
}

/** What every door of a kind may answer. */
function refusals({ isOpen, isOperators, isChange }: Guard): number[] {
  return [
    400,
    ...(isOpen ? [] : [401]),
    ...(isOperators || isChange ? [403] : []),
    ...(isChange ? [415] : []),
  ]
}

function responses(door: Door, usual: readonly number[]): Schema {
  const statuses = [...new Set([...door.answers, ...usual])].sort((a, b) => a - b)
  return Object.fromEntries(
    statuses.map((status) => {
      const words = statusWords[status]
      if (!words) throw new Error(`${door.at}: nothing is said of ${status}`)
      const content = status < 300 ? answerContent(door) : problem
      return [status, { description: inBoth(words), ...(status === 204 ? {} : { content }) }]
    }),
  )
}

function answerContent({ answerType }: Door): Schema {
  return answerType === undefined
    ? { 'application/json': { schema: { type: 'object' } } }
    : { [answerType]: { schema: { type: 'string' } } }
}

const errorSchema = {
  type: 'object',
  required: ['error'],
  properties: {
    error: { type: 'string', description: 'what is wrong / 错误原因' },
    field: { type: 'string', description: 'the input that is wrong / 有误的字段' },
  },
}

const securitySchemes = {
  operator: { type: 'http', scheme: 'bearer', description: 'an operator’s token / 运营令牌' },
  sign_in: {
    type: 'apiKey',
    in: 'cookie',
    name: 'sign_in',
    description: 'a sign-in; behind TLS its name is __Host-sign_in / 登录',
  },
  csrf: {
    type: 'apiKey',
    in: 'header',
    name: 'x-csrf-token',
    description: 'csrf_token of the sign-in, from GET /account/v1/me / 登录时给出的 csrf_token',
  },
}

function inBoth([zh, en]: Words): string {
  return `${en} / ${zh}`
}
