import type { Field, Fields } from '@opentbk/top'
import type { Params } from './valid-calls.ts'

/** One way to spoil a valid call, and what the answer must name. */
export type BadArgument = {
  title: string
  code: 40 | 41
  path: string
  spoil(valid: Params): Params
}

type Wrong = { what: string; value: unknown; at?: string }

/** Every required argument left out, every argument with a value that its kind or its limits forbid. */
export function badArguments(fields: Fields): BadArgument[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    if (field.ignored !== undefined) return []
    const missing = field.required ? [leftOut(name), empty(name)] : []
    const wrong = wrongValues(field).map(({ what, value, at = '' }) => ({
      title: `${name}${at}: ${what}`,
      code: 41 as const,
      path: `${name}${at}`,
      spoil: (valid: Params) => ({ ...valid, [name]: value }),
    }))
    return [...missing, ...wrong, ...nestedArguments(name, field)]
  })
}

function leftOut(name: string): BadArgument {
  return {
    title: `${name}: left out`,
    code: 40,
    path: name,
    spoil: (valid) => Object.fromEntries(Object.entries(valid).filter(([key]) => key !== name)),
  }
}

function empty(name: string): BadArgument {
  return { title: `${name}: empty`, code: 40, path: name, spoil: (valid) => ({ ...valid, [name]: '' }) }
}

function wrongValues(field: Field): Wrong[] {
  switch (field.kind) {
    case 'number':
      return [
        { what: 'a word', value: 'many' },
        { what: 'a fraction', value: '1.5' },
        { what: 'over 64 bits', value: '9223372036854775808' },
        ...(field.min === undefined ? [] : [{ what: 'too low', value: String(BigInt(field.min) - 1n) }]),
        ...(field.max === undefined ? [] : [{ what: 'too high', value: String(BigInt(field.max) + 1n) }]),
        ...(field.values === undefined
          ? []
          : [{ what: 'no choice', value: String(Math.max(...field.values) + 1) }]),
      ]
    case 'boolean':
      return [{ what: 'no truth value', value: 'maybe' }]
    case 'date':
      return [
        { what: 'no time', value: 'yesterday' },
        { what: 'no such day', value: '2026-02-30 00:00:00' },
      ]
    case 'price':
      return [{ what: 'three decimals', value: '1.234' }]
    case 'string':
      return [
        ...(field.values === undefined ? [] : [{ what: 'no choice', value: 'none of these' }]),
        ...(field.maxLength === undefined
          ? []
          : [{ what: 'too long', value: 'x'.repeat(field.maxLength + 1) }]),
      ]
    case 'object':
      return [{ what: 'no JSON', value: '{' }]
    case 'list':
      return wrongLists(field)
    case 'file':
      return []
  }
}

function wrongLists(field: Extract<Field, { kind: 'list' }>): Wrong[] {
  const isSimple = field.item.kind !== 'object'
  const over = Array.from({ length: field.maxItems + 1 }, (_, index) => (isSimple ? String(index + 1) : {}))
  const tooMany = { what: 'too many', value: isSimple ? over.join(',') : over }
  if (!isSimple) return [{ what: 'no JSON', value: '[{' }, { what: 'no list', value: '{"a":1}' }, tooMany]
  return [tooMany, ...wrongValues(field.item).map((wrong) => ({ ...wrong, at: '[0]' }))]
}

// What is inside an object is spoiled in an element of its own, beside what the valid call says there.
function nestedArguments(name: string, field: Field): BadArgument[] {
  const inner = field.kind === 'list' ? field.item : field
  if (inner.kind !== 'object') return []
  const at = field.kind === 'list' ? `${name}[0]` : name
  return badArguments(inner.fields).map((one) => ({
    title: `${at}.${one.title}`,
    code: one.code,
    path: `${at}.${one.path}`,
    spoil(valid) {
      const given = field.kind === 'list' ? (valid[name] as Params[] | undefined)?.[0] : valid[name]
      const spoiled = one.spoil((given ?? {}) as Params)
      return { ...valid, [name]: field.kind === 'list' ? [spoiled] : spoiled }
    },
  }))
}
