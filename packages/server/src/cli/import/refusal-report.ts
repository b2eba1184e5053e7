import { type FileHandle, open, rm } from 'node:fs/promises'

export type RefusedLine = { line: number; field: string; reason: string }

/** The lines that were refused, as CSV. There is no file while there are none. */
export class RefusalReport {
  readonly #path: string
  #file: FileHandle | undefined

  private constructor(path: string) {
    this.#path = path
  }

  /** Goes on after the first `bytes`; what an earlier run wrote past them is written again. */
  static async open(path: string, bytes: number): Promise<RefusalReport> {
    const report = new RefusalReport(path)
    if (bytes === 0) await rm(path, { force: true })
    else {
      report.#file = await open(path, 'r+')
      await report.#file.truncate(bytes)
    }
    return report
  }

  /** Writes lines after the first `bytes` of it; its length then. The same again writes the same. */
  async write(lines: readonly RefusedLine[], bytes: number): Promise<number> {
    if (lines.length === 0) return bytes
    this.#file ??= await open(this.#path, 'w')
    const head = bytes === 0 ? 'line,field,reason\n' : ''
    const text =
      head + lines.map(({ line, field, reason }) => `${line},${cell(field)},${cell(reason)}\n`).join('')
    await this.#file.write(Buffer.from(text), 0, undefined, bytes)
    return bytes + Buffer.byteLength(text)
  }

  async close(): Promise<void> {
    await this.#file?.close()
  }
}

function cell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
