import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Field, Fields } from '../src/index.ts'
import { boolean, date, file, list, number, object, string } from '../src/index.ts'

/** A documented field, as the reference material of the methods lists it. */
export type FactField = {
  readonly name: string
  readonly type: string
  readonly required?: boolean
  readonly fields?: readonly FactField[]
}

export type FactMethod = {
  readonly method: string
  readonly title: string
  readonly session: 'none' | 'required' | 'optional'
  readonly errors: readonly { readonly code: string }[]
  readonly request: readonly FactField[]
  readonly response: readonly FactField[]
  readonly sample_json: unknown
  /** The file as text: samples hold ids that a JS number would round. */
  readonly text: string
}

const folder = fileURLToPath(new URL('../../../../shared/facts/methods/', import.meta.url))

/** Every documented method, or none where the reference material is not beside the checkout. */
export function readFacts(): FactMethod[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => {
      const text = readFileSync(`${folder}${name}`, 'utf8')
      return { ...(JSON.parse(text) as Omit<FactMethod, 'text'>), text }
    })
}

/** A contract's fields, built from the documented tree alone. */
export function fieldsOfFacts(facts: readonly FactField[]): Fields {
  return Object.fromEntries(facts.map((fact) => [fact.name, fieldOfFact(fact)]))
}

function fieldOfFact(fact: FactField): Field {
  const type = fact.type.replaceAll(' ', '')
  const options = fact.required === true ? { required: true } : {}
  if (!type.endsWith('[]') || type === 'byte[]') return single(type, fact, options)
  const itemType = type.slice(0, -2)
  return list(single(itemType, fact, {}), itemType === 'Json' ? { ...options, itemName: 'json' } : options)
}

function single(type: string, fact: FactField, options: { required?: boolean }): Field {
  if (fact.fields !== undefined && fact.fields.length > 0)
    return object(type, fieldsOfFacts(fact.fields), options)
  switch (type) {
    case 'String':
    case 'Json':
    case 'Object':
    // Samples write some amounts with other digits than two decimals, so here they stay text.
    case 'BigDecimal':
    case 'Price':
      return string({ ...options, docType: type })
    case 'Number':
      return number(options)
    case 'Boolean':
      return boolean(options)
    case 'Date':
      return date(options)
    case 'byte[]':
      return file(options)
    default:
      throw new Error(`${fact.name}: no field kind for ${type}`)
  }
}
