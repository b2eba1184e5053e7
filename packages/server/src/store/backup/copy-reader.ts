import { createHash } from 'node:crypto'
import { StartError } from '../start-error.ts'
import { COPY_FORMAT, COPY_PRODUCT, type CopyHeader, type CopyTrailer, type TableEnd } from './copy-format.ts'
import { DamagedCopy, type Frame, type FrameKind, parseJson } from './frames.ts'

/** Reads a copy in the one order it can have, and compares each table's digest as it goes by. */
export class CopyReader {
  readonly #frames: AsyncGenerator<Frame, void>
  #closed: TableEnd | undefined

  constructor(frames: AsyncGenerator<Frame, void>) {
    this.#frames = frames
  }

  async header(): Promise<CopyHeader> {
    const header = parseJson<CopyHeader>(await this.#next('header'))
    if (header.product !== COPY_PRODUCT) throw new DamagedCopy('this is no backup of OpenTBK')
    if (header.format > COPY_FORMAT) {
      throw new StartError(
        `the backup was made by a newer OpenTBK (format ${header.format}, this code reads ${COPY_FORMAT}): run the newer version / 备份来自更新的版本`,
      )
    }
    return header
  }

  /** The rows of the next table. They must be read to their end, which is where the digest is compared. */
  async *rowsOf(table: string): AsyncGenerator<Buffer> {
    const hash = createHash('sha256')
    const head = parseJson<{ table: string }>(await this.#next('table'))
    if (head.table !== table) throw new DamagedCopy(`table ${head.table} stands in the place of ${table}`)
    for (;;) {
      const frame = await this.#next('data', 'end')
      if (frame.kind === 'data') {
        hash.update(frame.payload)
        yield frame.payload
        continue
      }
      const end = parseJson<TableEnd>(frame)
      if (end.sha256 !== hash.digest('hex')) throw new DamagedCopy(`the digest of table ${table} differs`)
      this.#closed = end
      return
    }
  }

  /** How the table that was read last was closed. */
  get closed(): TableEnd {
    if (!this.#closed) throw new Error('no table was read to its end')
    return this.#closed
  }

  async trailer(): Promise<CopyTrailer> {
    return parseJson<CopyTrailer>(await this.#next('trailer'))
  }

  /** Nothing may follow the trailer. */
  async finish(): Promise<void> {
    if (!(await this.#frames.next()).done) throw new DamagedCopy('it goes on after its end')
  }

  async #next(...wanted: FrameKind[]): Promise<Frame> {
    const { value } = await this.#frames.next()
    if (!value) throw new DamagedCopy(`it ends before its ${wanted[0]}`)
    if (!wanted.includes(value.kind))
      throw new DamagedCopy(`a ${value.kind} stands where a ${wanted[0]} belongs`)
    return value
  }
}
