import { invalidArgument, parseGmt8, parseYuan } from '@opentbk/top'

/** A moment that is documented as a text. */
export function readMoment(name: string, text: string | undefined): Date | undefined {
  if (text === undefined) return undefined
  const moment = parseGmt8(text)
  if (!moment) throw invalidArgument(name, '格式应为yyyy-MM-dd HH:mm:ss')
  return moment
}

/** A price that is documented as a text. */
export function readYuan(name: string, text: string | undefined): bigint | undefined {
  if (text === undefined) return undefined
  const fen = parseYuan(text)
  if (fen === undefined) throw invalidArgument(name, '应为金额（元），最多2位小数')
  return fen
}
