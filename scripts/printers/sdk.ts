import { type Describable, describe, type Field, type Fields } from '@opentbk/top'
import { isId } from './field-text.ts'
import { sdkName } from './sdk-name.ts'
import { printDoc, printInterfaces } from './sdk-types.ts'

const leaves = {
  text: "{ kind: 'string' }",
  number: "{ kind: 'number' }",
  id: "{ kind: 'number', isId: true }",
  boolean: "{ kind: 'boolean' }",
  date: "{ kind: 'date' }",
  price: "{ kind: 'price' }",
  file: "{ kind: 'file' }",
}

/** The generated half of the SDK: of every method its types, its shape on the wire and its line in a group. */
export function printSdk(methods: readonly Describable[]): string {
  const types = methods.flatMap(printTypes)
  const names = types.map((type) => /^export interface (\w+)/.exec(type)?.[1])
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice) throw new Error(`the SDK would have two types named ${twice}`)
  const shapes = methods.map(printShape).join('\n')
  const used = Object.entries(leaves).filter(([name]) => new RegExp(`[ (]${name}[ ,)]`).test(shapes))
  const usesFiles = types.some((type) => /\bWireFile\b/.test(type))
  return `// Printed by npm run generate from the contracts of the server's catalogue.
${usesFiles ? "import type { WireFile } from '@opentbk/top/client'\n" : ''}import type { CallOptions, Invoke } from './client.ts'
import { type Contract, list, object, type Shape } from './contract.ts'

/** An id: text, or a number where every digit fits one. */
export type Id = string | number | bigint

${types.join('\n')}
${printGroups(methods)}
${used.map(([name, shape]) => `const ${name}: Shape = ${shape}\n`).join('')}
${shapes}`
}

function printTypes(method: Describable): string[] {
  const { stem } = sdkName(method.name)
  const { request, response } = describe(method)
  return [
    ...printInterfaces(`${stem}Request`, { fields: method.request, docs: request }, 'request'),
    ...printInterfaces(`${stem}Response`, { fields: method.response, docs: response }, 'response'),
  ]
}

function printGroups(methods: readonly Describable[]): string {
  const groups = Object.entries(Object.groupBy(methods, ({ name }) => sdkName(name).group)).sort()
  const interfaces = groups.map(([group, members = []]) => {
    return `export interface ${groupType(group)} {\n${members.map(printSignature).join('')}}\n`
  })
  const members = groups.map(([group]) => `  readonly ${group}: ${groupType(group)}\n`).join('')
  const built = groups.map(
    ([group, members = []]) => `    ${group}: {\n${members.map(printCall).join('')}    },\n`,
  )
  return `${interfaces.join('\n')}
/** Every method by its name: without \`taobao.\` the first word is the group, the others in camel case the method. */
export interface MethodGroups {
${members}}

// Whether an answer keeps to its documented type is the gateway's affair: the cast says no more than the documents.
export function methodGroups(invoke: Invoke): MethodGroups {
  const run = <R>(contract: Contract, input: object, options: CallOptions | undefined) =>
    invoke(contract, input, options) as Promise<R>
  return {
${built.join('')}  }
}
`
}

function groupType(group: string): string {
  return `${group.slice(0, 1).toUpperCase()}${group.slice(1)}Methods`
}

function printSignature(method: Describable): string {
  const { method: name, stem } = sdkName(method.name)
  const about = [method.title, `\`${method.name}\``, sessionWords[method.session], ...confidenceWords(method)]
  const input = isOptional(method) ? `input?: ${stem}Request` : `input: ${stem}Request`
  return `${printDoc(about.filter((part) => part !== '').join('. '), '  ')}  ${name}(${input}, options?: CallOptions): Promise<${stem}Response>\n`
}

const sessionWords = { none: '', optional: 'Takes a session', required: 'Needs a session' }

function confidenceWords({ confidence }: Describable): string[] {
  if (confidence === 'inferred') return ['Inferred: no document of this method is known']
  return confidence === 'third-party' ? ['Known from third parties only'] : []
}

function isOptional(method: Describable): boolean {
  return Object.values(method.request).every((field) => !field.required)
}

function printCall(method: Describable): string {
  const { method: name, stem } = sdkName(method.name)
  const input = isOptional(method) ? 'input = {}' : 'input'
  return `      ${name}: (${input}, options) => run<${stem}Response>(${shapeName(method)}, input, options),\n`
}

function shapeName(method: Describable): string {
  const { stem } = sdkName(method.name)
  return `${stem.slice(0, 1).toLowerCase()}${stem.slice(1)}`
}

function printShape(method: Describable): string {
  return `const ${shapeName(method)}: Contract = {
  name: '${method.name}',
  takesSession: ${method.session !== 'none'},
  repeatable: ${method.repeatable},
  request: ${printFields(method.request)},
  response: ${printFields(method.response)},
}
`
}

function printFields(fields: Fields): string {
  // Ignored parameters are written by their JavaScript type: nothing is known of them.
  const shown = Object.entries(fields).filter(([, field]) => field.ignored === undefined)
  return shown.length === 0
    ? '{}'
    : `{ ${shown.map(([name, field]) => `${name}: ${printField(name, field)}`).join(', ')} }`
}

function printField(name: string, field: Field): string {
  if (field.kind === 'object') return `object(${printFields(field.fields)})`
  if (field.kind === 'list') return `list(${printField(name, field.item)})`
  if (field.kind === 'string') return 'text'
  return isId(name, field) ? 'id' : field.kind
}
