import type { Field, FieldDescription, Fields } from '@opentbk/top'
import { isId, limitText } from './field-text.ts'
import { pascal } from './sdk-name.ts'

export type Side = 'request' | 'response'

/** A group of fields with what the docs say of them, one to one. */
export interface Described {
  fields: Fields
  docs: readonly FieldDescription[]
}

/**
 * The interface `name` and, for every nested object, one more named by its path: the items of `results` in
 * `…ResponseData` are `…ResponseDataResults`. So a name changes only when the path does.
 */
export function printInterfaces(name: string, described: Described, side: Side): string[] {
  const nested: string[] = []
  const members = Object.entries(described.fields).map(([key, field]) => {
    const docs = described.docs.find((each) => each.name === key)
    if (!docs) throw new Error(`${name}.${key} is not described`)
    const inner = field.kind === 'list' ? field.item : field
    const innerName = `${name}${pascal(key)}`
    if (inner.kind === 'object') {
      nested.push(...printInterfaces(innerName, { fields: inner.fields, docs: docs.fields ?? [] }, side))
    }
    const type = typeOf({ key, innerName, side }, field)
    const optional = side === 'request' && field.required ? ':' : '?:'
    const absent = side === 'request' && !field.required && type !== 'unknown' ? ' | undefined' : ''
    return `${printDoc(docText(docs, side), '  ')}  ${key}${optional} ${type}${absent}\n`
  })
  if (side === 'response' && /Response$/.test(name)) {
    members.push(`  /** Names this call to whoever runs the gateway. */\n  request_id?: string\n`)
  }
  return [`export interface ${name} {\n${members.join('')}}\n`, ...nested]
}

interface Place {
  key: string
  innerName: string
  side: Side
}

function typeOf(place: Place, field: Field): string {
  const isRequest = place.side === 'request'
  if (field.ignored !== undefined) return ignoredTypes[field.docType] ?? 'unknown'
  switch (field.kind) {
    case 'object':
      return place.innerName
    case 'list': {
      const item = typeOf(place, field.item)
      const element = item.includes(' ') ? `(${item})` : item
      return isRequest ? `readonly ${element}[]` : `${element}[]`
    }
    case 'string':
      return isRequest && field.values ? field.values.map((each) => `'${each}'`).join(' | ') : 'string'
    case 'number':
      if (isId(place.key, field)) return isRequest ? 'Id' : 'string'
      return isRequest && field.values ? field.values.join(' | ') : 'number'
    case 'boolean':
      return 'boolean'
    case 'date':
      return isRequest ? 'string | Date' : 'string'
    case 'price':
      return 'string'
    case 'file':
      return 'WireFile'
  }
}

// A gateway that gives such a parameter an effect takes the documented type.
const ignoredTypes: Readonly<Record<string, string>> = {
  String: 'string',
  Number: 'Id',
  Boolean: 'boolean',
  Date: 'string | Date',
  Price: 'string',
}

function docText(docs: FieldDescription, side: Side): string {
  const parts = [docs.note, side === 'request' ? limitText(docs) : undefined]
  if (docs.kind === 'date') parts.push('GMT+8, yyyy-MM-dd HH:mm:ss')
  if (docs.kind === 'price') parts.push('yuan, at most two decimals')
  if (docs.example !== undefined) parts.push(`for example ${docs.example}`)
  if (docs.unfilled) parts.push(`OpenTBK does not send it: ${docs.unfilled}`)
  if (docs.ignored) parts.push(`without effect on OpenTBK: ${docs.ignored}`)
  return parts
    .filter((part): part is string => part !== undefined && part !== '')
    .map((part) => part.slice(0, 1).toUpperCase() + part.slice(1))
    .join('. ')
}

export function printDoc(text: string, indent: string): string {
  return text === '' ? '' : `${indent}/** ${text.replaceAll('*/', '*\\/').replaceAll('\n', ' ')} */\n`
}
