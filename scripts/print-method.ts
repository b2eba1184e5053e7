import { refusals } from '@opentbk/top'
import type { Door, FactField, Operation } from './method-facts.ts'

const longestExample = 60

/** Prints the method file: a whole contract, and a handler that does not type-check until it is written. */
export function printMethod(operation: Operation): string {
  const used = new Set<string>()
  const request = printFields(operation.request, 'request', used)
  const response = printFields(operation.response, 'response', used)
  const main = operation.doors[0]
  if (!main) throw new Error('an operation has a door')
  const define = operation.doors.length === 1 ? 'method' : 'doors'
  const head = operation.doors.length === 1 ? printDoor(main.facts) : ''
  const doors =
    operation.doors.length === 1 ? '' : operation.doors.map((d) => `${d.key}: {${printDoor(d.facts)}},`)
  return `import { ${[...used].sort().join(', ')} } from '@opentbk/top'
import { ${define} } from '../define.ts'

export const ${constName(main.facts.method)} = ${define}({
  ${head}
  module: ${quote(main.facts.module)},
  permission: ${quote(main.facts.package)},
  request: {
${request}},
  response: {
${response}},
  refusals: {${printRefusals(operation)}},
  ${doors === '' ? '' : doors.join('\n')}

  async handle(ctx, input) {},
})
`
}

/** Prints the test file, which fails until the answer that is expected on the wire is written. */
export function printTest(operation: Operation): string {
  const cases = operation.doors.map(({ door, facts }) => {
    const session = facts.session === 'required' ? ', { session: server.demo.provider_app.session }' : ''
    return `test(${quote(`${facts.method} answers a signed call`)}, async () => {
  const answer = await server.call(${quote(facts.method)}, {${printArguments(operation, door)}}${session})
  expect(answer).toEqual({})
})`
  })
  return `import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestServer, type TestServer } from '../../setup/server.ts'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer()
})

afterAll(() => server.close())

${cases.join('\n\n')}
`
}

function printArguments(operation: Operation, door: Door): string {
  return operation.request
    .filter((field) => field.required && !field.fields && (field.only ?? door) === door)
    .map((field) => `${keyOf(field.name)}: ${quote(field.example ?? '')}, `)
    .join('')
}

/** `taobao.tbk.dg.general.link.convert` → `general.link.convert` */
export function shortName(method: string): string {
  return method.replace(/^(qimen\.)?(taobao|opentbk)\.(tbk\.)?((dg|sc)\.)?/, '')
}

function constName(method: string): string {
  return shortName(method).replace(/[.-](.)/g, (_, letter: string) => letter.toUpperCase())
}

function printDoor(facts: { method: string; title: string; session: string; confidence: string }): string {
  const { method, title, session, confidence } = facts
  const known = confidence === 'official-doc' ? '' : ` confidence: ${quote(confidence)},`
  return `name: ${quote(method)}, title: ${quote(title)}, session: ${quote(session)},${known}`
}

/** Documented codes that the error table knows; a code that two refusals share lists both, to choose from. */
function printRefusals(operation: Operation): string {
  const codes = new Set(documentedCodes(operation))
  const names = Object.entries(refusals).filter(([, { subCode }]) => codes.has(subCode))
  return names.map(([name]) => ` ${quote(name)}: true,`).join('')
}

function documentedCodes({ doors }: Operation): string[] {
  return doors.flatMap(({ facts }) => facts.errors.map(({ code }) => code))
}

function printFields(fields: FactField[], part: 'request' | 'response', used: Set<string>): string {
  return fields.map((field) => `${keyOf(field.name)}: ${printField(field, part, used)},\n`).join('')
}

function printField(field: FactField, part: 'request' | 'response', used: Set<string>): string {
  if (part === 'request' && /no effect/.test(field.note ?? ''))
    return call('ignored', [quote('sent by old clients')], used)
  const options = part === 'request' ? requestOptions(field) : []
  if (field.only) options.push(`only: ${quote(field.only)}`)
  if (field.type.endsWith('[]') && field.type !== 'byte[]') {
    const item = { ...field, type: field.type.slice(0, -2) }
    return call('list', [printItem(item, part, { options: [], used }), braces(options)], used)
  }
  const example = printExample(field)
  if (!field.fields && example) options.push(example)
  return printItem(field, part, { options, used })
}

function printItem(
  field: FactField,
  part: 'request' | 'response',
  { options, used }: { options: string[]; used: Set<string> },
): string {
  const simple = simpleKind(field, part)
  if (simple) return call(simple, [braces(options)], used)
  if (field.fields) {
    const fields = `{\n${printFields(field.fields, part, used)}}`
    return call('object', [quote(field.type), fields, braces(options)], used)
  }
  const kind = field.type === 'BigDecimal' && part === 'request' ? 'price' : 'string'
  return call(kind, [braces([...options, `docType: ${quote(field.type)}`])], used)
}

function simpleKind(field: FactField, part: 'request' | 'response'): string | undefined {
  // An id may need all 64 bits of a Java Long; what counts or enumerates fits a JavaScript number.
  if (field.type === 'Number') return /(^|_)i?id$/.test(field.name) ? 'long' : 'number'
  if (field.type === 'byte[]' && part === 'request') return 'file'
  const kinds: Record<string, string> = { String: 'string', Boolean: 'boolean', Date: 'date', Price: 'price' }
  return kinds[field.type]
}

function requestOptions(field: FactField): string[] {
  const options = field.required ? ['required: true'] : []
  const text = `${field.limit ?? ''}`
  const range = /(\d+)~(\d+)/.exec(`${text} ${field.note ?? ''}`) ?? /最小值：(\d+) 最大值：(\d+)/.exec(text)
  if (range?.[1] && range[2] && field.type === 'Number') {
    options.push(`min: ${printNumber(field, range[1])}`, `max: ${printNumber(field, range[2])}`)
  }
  const longest = /(?:最大长度：|长度<=)(\d+)/.exec(text)
  if (longest) options.push(`maxLength: ${longest[1]}`)
  const most = /(?:最大列表长度：|list<=)(\d+)/.exec(text)
  if (most) options.push(`maxItems: ${most[1]}`)
  const standard = /^默认值[：:](.+)$/.exec(text)?.[1]
  if (standard && !field.required) options.push(`default: ${printDefault(field, standard)}`)
  return options
}

function printDefault(field: FactField, text: string): string {
  if (field.type === 'Number') return printNumber(field, text)
  return field.type === 'Boolean' ? text : quote(text)
}

function printNumber(field: FactField, digits: string): string {
  return simpleKind(field, 'request') === 'long' ? `${digits}n` : digits
}

function printExample(field: FactField): string | undefined {
  const { example } = field
  if (!example || example.length > longestExample || example === field.type) return undefined
  return `example: ${quote(example)}`
}

function call(name: string, args: string[], used: Set<string>): string {
  used.add(name)
  return `${name}(${args.filter((arg) => arg !== '').join(', ')})`
}

function braces(options: string[]): string {
  return options.length === 0 ? '' : `{ ${options.join(', ')} }`
}

function keyOf(name: string): string {
  return /^[A-Za-z_]\w*$/.test(name) ? name : quote(name)
}

function quote(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n').replaceAll('\r', '')}'`
}
