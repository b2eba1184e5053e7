import type { Field, FieldDescription } from '@opentbk/top'

/** Numbers that name something: beyond 2^53 in places, so the SDK and the samples write them as text. */
export function isId(name: string, field: Field): boolean {
  return field.kind === 'number' && (field.bits === 64 || /(^|_)n?i?ids?$/.test(name))
}

const limitWords: Readonly<Record<string, (limit: string) => string>> = {
  maxLength: (limit) => `at most ${limit} characters`,
  min: (limit) => `${limit} or more`,
  max: (limit) => `at most ${limit}`,
  minItems: (limit) => `at least ${limit} items`,
  maxItems: (limit) => `at most ${limit} items`,
  maxBytes: (limit) => `at most ${limit} bytes`,
}

/** What is checked of a request field and what stands for it when it is absent, in a few words. */
export function limitText(field: FieldDescription): string {
  const { values, limits = {} } = field
  const words = Object.entries(limits).map(([key, limit]) => limitWords[key]?.(limit) ?? `${key} ${limit}`)
  if (values) words.unshift(`one of ${values.join(', ')}`)
  if (field.default !== undefined) words.push(`${field.default} when absent`)
  return words.join('; ')
}

/** The cells of a Markdown table row. */
export function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`
}
