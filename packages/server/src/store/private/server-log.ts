import { copyFile, type FileHandle, open, stat, truncate } from 'node:fs/promises'

const LIMIT_BYTES = 10 * 1024 * 1024
const CHECK_MS = 60_000
const TAIL_BYTES = 4096

/**
 * The log file of the private server. The server outlives us after a crash and holds the file open, so it is
 * bounded by copying it away and emptying it, never by a rename.
 */
export class ServerLog {
  readonly path: string
  #timer: NodeJS.Timeout | undefined

  constructor(path: string) {
    this.path = path
  }

  /** Gives the file to a server about to start; the caller closes it. */
  async openForServer(): Promise<FileHandle> {
    await this.#bound()
    return open(this.path, 'a', 0o600)
  }

  keepBounded(): void {
    this.#timer = setInterval(() => void this.#bound().catch(() => undefined), CHECK_MS).unref()
  }

  release(): void {
    clearInterval(this.#timer)
  }

  async size(): Promise<number> {
    return stat(this.path).then(
      ({ size }) => size,
      () => 0,
    )
  }

  /** The last lines written after that size was taken. */
  async tail(fromBytes: number): Promise<string> {
    const end = await this.size()
    const start = Math.max(fromBytes, end - TAIL_BYTES)
    if (end <= start) return ''
    const file = await open(this.path, 'r')
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(end - start), 0, end - start, start)
      return buffer.toString('utf8', 0, bytesRead).trim().split('\n').slice(-12).join('\n')
    } finally {
      await file.close()
    }
  }

  async #bound(): Promise<void> {
    if ((await this.size()) <= LIMIT_BYTES) return
    await copyFile(this.path, `${this.path}.1`)
    await truncate(this.path, 0)
  }
}
