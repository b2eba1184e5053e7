type Element = string | number | bigint | boolean | Date | Uint8Array | null | undefined

const ESCAPED = /["\\]/

/**
 * A column of a multi-row write as PostgreSQL's text of an array, to be cast where it is used. The driver makes
 * the same of an array, at several times the cost: with wide rows that was most of a write.
 */
export function arrayLiteral<Row>(rows: readonly Row[], read: (row: Row) => Element): string {
  let text = '{'
  for (let i = 0; i < rows.length; i++) {
    if (i > 0) text += ','
    text += elementOf(read(rows[i] as Row))
  }
  return `${text}}`
}

function elementOf(value: Element): string {
  switch (typeof value) {
    case 'string':
      return ESCAPED.test(value) ? `"${value.replaceAll(/["\\]/g, '\\$&')}"` : `"${value}"`
    case 'object':
    case 'undefined':
      if (value === null || value === undefined) return 'NULL'
      if (value instanceof Date) return `"${value.toISOString()}"`
      return `"\\\\x${Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('hex')}"`
    default:
      return String(value)
  }
}
