const maxYuanLength = 15
const wholeBp = 10_000

/**
 * Decimal yuan to fen: `12.34` is 1234n, `5` is 500n, `0.5` is 50n.
 * At most two decimals and 15 characters, digits on both sides of the point, no exponent, no blanks;
 * a leading `-` only with `{ signed: true }`. Anything else is undefined.
 */
export function parseYuan(text: string, options: { signed?: boolean } = {}): bigint | undefined {
  return parseHundredths(text, options.signed === true)
}

/** Fen to decimal yuan with two decimals: 1234n is `12.34`, -5n is `-0.05`. */
export function formatYuan(fen: bigint): string {
  const sign = fen < 0n ? '-' : ''
  const digits = (fen < 0n ? -fen : fen).toString().padStart(3, '0')
  return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** A percentage with at most two decimals to basis points: `12.34` (per cent) is 1234. Undefined if it is not one. */
export function parseRate(text: string): number | undefined {
  const bp = parseHundredths(text, false)
  return bp === undefined || bp > BigInt(Number.MAX_SAFE_INTEGER) ? undefined : Number(bp)
}

/** Basis points to a percentage with two decimals: 1234 is `12.34`. Throws RangeError on anything but a whole rate ≥ 0. */
export function formatRate(bp: number): string {
  assertRate(bp)
  return formatYuan(BigInt(bp))
}

/** `fen × bp / 10000`, rounded down to the fen. Throws RangeError on a negative amount or rate, or a broken rate. */
export function mulRate(fen: bigint, bp: number): bigint {
  assertRate(bp)
  if (fen < 0n) throw new RangeError('a rate applies to an amount of 0 or more')
  return (fen * BigInt(bp)) / 10_000n
}

/**
 * Divides an amount by a share: `part` is the share rounded down, `rest` all that remains, so they add up.
 * 12.33 at 30 % is a part of 3.69 (the third party's) and a rest of 8.64 (the second party's).
 * Throws RangeError on a share above 100 %.
 */
export function splitByRate(totalFen: bigint, bp: number): { part: bigint; rest: bigint } {
  if (bp > wholeBp) throw new RangeError('a share is at most 10000 basis points')
  const part = mulRate(totalFen, bp)
  return { part, rest: totalFen - part }
}

/**
 * The commission on a base: `gross` = base × rate, `fee` = gross × the technical service fee, each rounded
 * down to the fen, and `net` = gross − fee. All in fen. Throws RangeError like `mulRate`.
 */
export function commission(terms: { baseFen: bigint; rateBp: number; feeBp: number }): {
  gross: bigint
  fee: bigint
  net: bigint
} {
  const gross = mulRate(terms.baseFen, terms.rateBp)
  const { part: fee, rest: net } = splitByRate(gross, terms.feeBp)
  return { gross, fee, net }
}

function assertRate(bp: number): void {
  if (!Number.isSafeInteger(bp) || bp < 0)
    throw new RangeError('a rate is a whole number of basis points, 0 or more')
}

function parseHundredths(text: string, signed: boolean): bigint | undefined {
  const isNegative = signed && text.startsWith('-')
  const start = isNegative ? 1 : 0
  const point = text.indexOf('.')
  const end = point === -1 ? text.length : point
  const decimals = point === -1 ? 0 : text.length - point - 1
  if (text.length > maxYuanLength || end === start || decimals > 2 || (point !== -1 && decimals === 0))
    return undefined
  for (let i = start; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (i !== point && (code < 48 || code > 57)) return undefined
  }
  const value = BigInt(`${text.slice(start, end)}${text.slice(end + 1).padEnd(2, '0')}`)
  return isNegative ? -value : value
}
