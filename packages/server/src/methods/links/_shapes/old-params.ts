import { invalidArgument, Refusal } from '@opentbk/top'
import { MAX_MARK_BYTES } from '../../../domain/links/index.ts'

/** 1 PC, 2 wireless: the same link serves both, so it is only checked. */
export function checkPlatform(platform: number): void {
  if (platform !== 1 && platform !== 2) throw new Refusal('platform.bad')
}

/** The promoter's own mark of the old methods, at most 12 letters and digits; links carry it as their mark. */
export function checkUnid(unid: string | undefined): string | undefined {
  if (unid !== undefined && !/^[0-9A-Za-z]{1,12}$/.test(unid)) throw new Refusal('unid.bad')
  return unid
}

/** A mark that a link is to carry must leave it short enough to share. */
export function checkMarkBytes(name: string, mark: string | undefined): string | undefined {
  if (mark !== undefined && Buffer.byteLength(mark, 'utf8') > MAX_MARK_BYTES)
    throw invalidArgument(name, `最多${MAX_MARK_BYTES}字节`)
  return mark
}
