import type { Describable, Field, Fields } from '@opentbk/top'
import { isId } from './field-text.ts'
import { sdkName } from './sdk-name.ts'

type Value = string | number | boolean | Value[] | { [name: string]: Value }

// Optional where several can stand for each other, yet a call without any of them has nothing to do.
const telling = ['q', 'url', 'item_id', 'item_id_list', 'num_iids', 'material_id', 'material_list']

/** A call of a method on the command line: signed by nothing but openssl, sent by curl. */
export function printCurl(method: Describable): string {
  const own = Object.entries(sampleInput(method)).map(
    ([name, value]) => `  ${name}=${shellQuote(textOf(value))}`,
  )
  const session = method.session === 'required' ? ['  session="$SESSION"'] : []
  return `params=(
  method=${method.name}
  app_key="$APP_KEY"
  timestamp="$(TZ=UTC-8 date '+%F %T')"
  v=2.0
  format=json
  sign_method=hmac-sha256
${[...session, ...own].map((line) => `${line}\n`).join('')})
sign=$(printf '%s\\n' "\${params[@]}" | LC_ALL=C sort -t= -k1,1 | sed 's/=//' | tr -d '\\n' |
  openssl dgst -sha256 -hmac "$APP_SECRET" | awk '{print toupper($NF)}')
args=(); for param in "\${params[@]}"; do args+=(--data-urlencode "$param"); done
curl "$GATEWAY" "\${args[@]}" -d "sign=$sign"
`
}

/** The same call with the SDK. */
export function printTypeScript(method: Describable): string {
  const { group, method: name } = sdkName(method.name)
  const input = sampleInput(method)
  const given = Object.keys(input).length === 0 ? '' : printValue(input, '')
  const session = method.session === 'required' ? "\n  session: process.env.SESSION ?? ''," : ''
  return `import { createClient } from '@opentbk/sdk'

const client = createClient({
  gateway: process.env.GATEWAY ?? 'http://127.0.0.1:8080/router/rest',
  appKey: process.env.APP_KEY ?? '',
  appSecret: process.env.APP_SECRET ?? '',${session}
})
const answer = await client.${group}.${name}(${given})
`
}

function sampleInput(method: Describable): Record<string, Value> {
  const required = sampleOf(method.request, (field) => field.required === true)
  const extra = telling.find((name) => {
    const field = method.request[name]
    return field !== undefined && field.ignored === undefined && !(name in required)
  })
  const hasContent = Object.keys(required).some((name) => !/^(adzone|site)_id$/.test(name))
  const field = extra === undefined || hasContent ? undefined : method.request[extra]
  return field === undefined || extra === undefined
    ? required
    : { ...required, [extra]: sampleValue(extra, field) }
}

function sampleOf(fields: Fields, isWanted: (field: Field) => boolean): Record<string, Value> {
  const wanted = Object.entries(fields).filter(([, field]) => field.ignored === undefined && isWanted(field))
  return Object.fromEntries(wanted.map(([name, field]) => [name, sampleValue(name, field)]))
}

function sampleValue(name: string, field: Field): Value {
  if (field.kind === 'list') return [sampleValue(name, field.item)]
  if (field.kind === 'object') {
    const required = sampleOf(field.fields, (inner) => inner.required === true)
    if (Object.keys(required).length > 0) return required
    const first = Object.entries(field.fields).find(([, inner]) => inner.ignored === undefined)
    return first === undefined ? {} : { [first[0]]: sampleValue(...first) }
  }
  const example = field.example ?? ('values' in field ? field.values?.[0] : undefined)
  if (field.kind === 'number') {
    const text = /^-?\d+$/.test(String(example)) ? String(example) : '1'
    return isId(name, field) ? text : Number(text)
  }
  if (field.kind === 'boolean') return String(example ?? true) === 'true'
  if (example !== undefined) return String(example)
  return { date: '2026-01-01 12:00:00', price: '1.00', string: `<${name}>`, file: `<${name}>` }[field.kind]
}

// On the wire: a list of simple values by commas, anything nested as JSON.
function textOf(value: Value): string {
  if (typeof value !== 'object') return String(value)
  const isSimple = Array.isArray(value) && value.every((item) => typeof item !== 'object')
  return isSimple ? value.join(',') : JSON.stringify(value)
}

function shellQuote(text: string): string {
  return /^[\w./:-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`
}

function printValue(value: Value, indent: string): string {
  if (typeof value !== 'object') return typeof value === 'string' ? quoteText(value) : String(value)
  if (Array.isArray(value)) return `[${value.map((item) => printValue(item, indent)).join(', ')}]`
  const members = Object.entries(value).map(
    ([name, item]) => `${indent}  ${name}: ${printValue(item, `${indent}  `)},\n`,
  )
  return `{\n${members.join('')}${indent}}`
}

function quoteText(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n')}'`
}
