/** Members that the contract of one method has, where the conversion says more: the others do not reach its wire. */
export type DocumentedParts = Readonly<Record<string, object>>

/** Converted elements whose named parts hold only the members that the parts' fields have. */
export function keepDocumented<T extends object>(
  elements: readonly T[],
  parts: DocumentedParts,
): readonly T[] {
  return elements.map((element) => {
    const members = Object.entries(element).map(([name, value]) => {
      const fields = parts[name]
      return [name, fields && value ? keep(value as object, fields) : value]
    })
    return Object.fromEntries(members) as T
  })
}

function keep(value: object, fields: object): object {
  return Object.fromEntries(Object.entries(value).filter(([name]) => Object.hasOwn(fields, name)))
}
