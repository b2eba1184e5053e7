import { invalidArgument } from '@opentbk/top'

export const MAX_ELEMENTS = 20

/** The values of a comma list, at most twenty. */
export function splitList(name: string, text: string | undefined): string[] {
  const values = (text ?? '').split(',').flatMap((value) => value.trim() || [])
  if (values.length > MAX_ELEMENTS) throw invalidArgument(name, `最多${MAX_ELEMENTS}个`)
  return values
}
