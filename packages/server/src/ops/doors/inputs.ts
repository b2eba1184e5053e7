import type { Input, Inputs, Schema, Words } from './door.ts'

const MAX_TEXT = 255
const MAX_REASON = 500

export function text(words: Words, maxLength = MAX_TEXT): Input {
  return input({ type: 'string', maxLength }, words)
}

/** A number, as text: it may have more digits than a JSON number holds. */
export function id(words: Words): Input {
  return input({ type: 'string', pattern: '^[1-9]\\d{0,17}$' }, words)
}

export function choice(values: readonly string[], words: Words): Input {
  return input({ enum: values }, words)
}

export function flag(words: Words): Input {
  return input({ type: 'boolean' }, words)
}

export function count(words: Words): Input {
  return input({ type: 'integer', minimum: 0 }, words)
}

/** Yuan, as text. */
export function yuan(words: Words): Input {
  return input({ type: 'string', pattern: '^\\d+(\\.\\d{1,2})?$', examples: ['99.99'] }, words)
}

/** Per cent, as text. */
export function percent(words: Words): Input {
  return input({ type: 'string', pattern: '^\\d+(\\.\\d{1,2})?$', examples: ['12.34'] }, words)
}

export function time(words: Words): Input {
  return input({ type: 'string', format: 'date-time' }, words)
}

export function day(words: Words): Input {
  return input({ type: 'string', format: 'date' }, words)
}

export function texts(words: Words, maxItems: number): Input {
  return input({ type: 'array', items: { type: 'string' }, maxItems }, words)
}

export function input(schema: Schema, words: Words): Input {
  return { schema, words, isOptional: false }
}

export function optional(of: Input): Input {
  return { ...of, isOptional: true }
}

export const reason = text(['原因', 'why'], MAX_REASON)

/** One of a list's states, or all of them. */
export function state(values: readonly string[], byDefault = 'all'): Input {
  const schema = { enum: [...values, 'all'], default: byDefault }
  return { schema, words: ['处于哪种状态', 'which state they are in'], isOptional: true }
}

/** A list that goes on from a number. */
export const following: Inputs = {
  after: optional(id(['上一页的 next，从其后开始', 'the next of the page before: what follows it'])),
}

/** A page of such a list. */
export function paged(most: number): Inputs {
  return { ...following, limit: pageSize(most, Math.min(50, most)) }
}

/** A page of a list with the newest first. */
export function pagedBack(most: number, byDefault: number): Inputs {
  return {
    before: optional(id(['上一页的 next，到其前为止', 'the next of the page before: what is older'])),
    limit: pageSize(most, byDefault),
  }
}

function pageSize(most: number, byDefault: number): Input {
  const schema = { type: 'integer', minimum: 1, maximum: most, default: byDefault }
  return { schema, words: ['每页条数', 'how many to a page'], isOptional: true }
}

export const days: Inputs = {
  from: optional(day(['起始日', 'the first day'])),
  to: optional(day(['截止日，默认今天', 'the last day, today by default'])),
}
