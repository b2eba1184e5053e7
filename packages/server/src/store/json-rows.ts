/**
 * Rows as one JSON text for `json_populate_recordset(null::table, …)`: a write of many rows and columns is then
 * one statement of one parameter, whose text never varies. Objects become jsonb, and what is undefined null.
 */
export function jsonRows(rows: readonly object[]): string {
  return JSON.stringify(rows.map((row) => Object.fromEntries(Object.entries(row).map(writeMember))))
}

function writeMember([name, value]: [string, unknown]): [string, unknown] {
  if (typeof value === 'bigint') return [name, String(value)]
  if (!(value instanceof Uint8Array)) return [name, value]
  return [name, `\\x${Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('hex')}`]
}
