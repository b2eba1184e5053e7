import { StartError } from '../start-error.ts'

/**
 * A copy is a row of frames: a kind, a length of four bytes (big-endian), that many bytes. `header`, then for
 * each table `table`, any number of `data` (lines of COPY's text form) and `end`, and a `trailer` last of all.
 */
const kinds = { header: 'H', table: 'T', data: 'D', end: 'E', trailer: 'Z' } as const

export type FrameKind = keyof typeof kinds
export type Frame = { kind: FrameKind; payload: Buffer }

const HEAD_BYTES = 5
const MAX_PAYLOAD_BYTES = 16 << 20

const kindOf = new Map<string, FrameKind>(
  Object.entries(kinds).map(([kind, letter]) => [letter, kind as FrameKind]),
)

export class DamagedCopy extends StartError {
  constructor(what: string) {
    super(`the backup is damaged: ${what} / 备份文件已损坏`)
  }
}

export function encodeFrame(kind: FrameKind, payload: Buffer): Buffer {
  const head = Buffer.alloc(HEAD_BYTES)
  head.write(kinds[kind], 0, 'latin1')
  head.writeUInt32BE(payload.length, 1)
  return Buffer.concat([head, payload])
}

export function encodeJson(kind: FrameKind, value: unknown): Buffer {
  return encodeFrame(kind, Buffer.from(JSON.stringify(value)))
}

/** The frames of a stream, one at a time; never more of it in memory than one frame. */
export async function* readFrames(source: AsyncIterable<Buffer>): AsyncGenerator<Frame, void> {
  let held: Buffer = Buffer.alloc(0)
  for await (const chunk of source) {
    held = held.length === 0 ? chunk : Buffer.concat([held, chunk])
    let at = 0
    for (;;) {
      const frame = frameAt(held, at)
      if (!frame) break
      at += HEAD_BYTES + frame.payload.length
      yield frame
    }
    held = held.subarray(at)
  }
  if (held.length > 0) throw new DamagedCopy('it ends in the middle')
}

function frameAt(held: Buffer, at: number): Frame | undefined {
  if (held.length - at < HEAD_BYTES) return undefined
  const kind = kindOf.get(String.fromCharCode(held[at] as number))
  const length = held.readUInt32BE(at + 1)
  if (!kind || length > MAX_PAYLOAD_BYTES) throw new DamagedCopy('this is no frame of a backup')
  const from = at + HEAD_BYTES
  if (held.length < from + length) return undefined
  return { kind, payload: held.subarray(from, from + length) }
}

export function parseJson<T>(frame: Frame): T {
  try {
    return JSON.parse(frame.payload.toString()) as T
  } catch {
    throw new DamagedCopy(`its ${frame.kind} cannot be read`)
  }
}
