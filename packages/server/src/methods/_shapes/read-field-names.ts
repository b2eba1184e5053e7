import { invalidArgument } from '@opentbk/top'

/** The members of an answer that `fields` asks for, besides those that are always there. */
export function readFieldNames<Name extends string>(
  fields: readonly string[],
  known: readonly Name[],
): Set<Name> {
  const wanted = new Set(known.filter((name) => fields.some((field) => field.trim() === name)))
  if (wanted.size === 0) throw invalidArgument('fields', `可选${known.join(',')}`)
  return wanted
}
