import { createReadStream, createWriteStream } from 'node:fs'
import { access, open, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import type { Client } from 'pg'
import { waitForJobLock } from '../job-lock.ts'
import { PARTITION_JOB } from '../partitions.ts'
import { StartError } from '../start-error.ts'
import { DataInUse, tryServerLock } from '../watch.ts'
import type { CopyHeader, CopyTrailer } from './copy-format.ts'
import { CopyReader } from './copy-reader.ts'
import { withCopySession } from './copy-session.ts'
import { dumpDatabase } from './dump.ts'
import { DamagedCopy, type Frame, readFrames } from './frames.ts'
import { type Loaded, loadDatabase } from './load.ts'

const OWNER_ONLY = 0o600
// Half the time of the default, for a file a few per cent larger.
const GZIP_LEVEL = 4

export type Copy = { header: CopyHeader; trailer: CopyTrailer }

/** Writes everything into one compressed file, whole or not at all. A server may run meanwhile. */
export async function backUp(url: string, file: string): Promise<Copy & { bytes: number }> {
  await access(file).then(
    () => Promise.reject(new StartError(`${file} is there already: name another file / 文件已存在`)),
    () => undefined,
  )
  const draft = `${file}.part`
  try {
    await withCopySession(url, async (client) => {
      // Its locks on partitioned tables would wait for this snapshot, and every click for them.
      await waitForJobLock(client, PARTITION_JOB)
      await pipeline(
        Readable.from(dumpDatabase(client), { objectMode: false }),
        createGzip({ level: GZIP_LEVEL }),
        createWriteStream(draft, { flags: 'w', mode: OWNER_ONLY, flush: true }),
      )
    })
    // What was written is read again from the disk before it is called a backup.
    const copy = await checkCopy(draft)
    await rename(draft, file)
    await syncFolder(dirname(file))
    return { ...copy, bytes: (await stat(file)).size }
  } catch (error) {
    await rm(draft, { force: true })
    throw explain(error, file)
  }
}

/** Fills the empty database at the address with a backup, after its digests were compared. */
export async function restore(file: string, url: string): Promise<Loaded> {
  await checkCopy(file)
  return withCopySession(url, async (client) => {
    await requireUnserved(client, 'the database')
    return load(client, readFrames(unpack(file)))
  })
}

/** Copies one database into another, empty one, and compares every sum. No server may run on either. */
export async function move(fromUrl: string, toUrl: string): Promise<Loaded> {
  return withCopySession(fromUrl, (source) =>
    withCopySession(toUrl, async (target) => {
      await requireUnserved(source, 'this data')
      await requireUnserved(target, 'the target')
      return load(target, readFrames(dumpDatabase(source)))
    }),
  )
}

async function load(client: Client, frames: AsyncGenerator<Frame, void>): Promise<Loaded> {
  try {
    const loaded = await loadDatabase(client, frames)
    await client.query('analyze')
    return loaded
  } catch (error) {
    throw explain(error, 'the database could not be filled')
  }
}

/** Reads a copy to its end: its form, every table's digest, and the compression's own check. */
export async function checkCopy(file: string): Promise<Copy> {
  try {
    const copy = new CopyReader(readFrames(unpack(file)))
    const header = await copy.header()
    for (const { name } of header.tables) {
      const rows = copy.rowsOf(name)
      while (!(await rows.next()).done);
    }
    const trailer = await copy.trailer()
    await copy.finish()
    return { header, trailer }
  } catch (error) {
    throw explain(error, file)
  }
}

async function* unpack(file: string): AsyncGenerator<Buffer> {
  const source = createReadStream(file)
  const unpacked = createGunzip({ chunkSize: 1 << 18 })
  source.on('error', (error) => unpacked.destroy(error))
  source.pipe(unpacked)
  try {
    yield* unpacked
  } finally {
    source.destroy()
    unpacked.destroy()
  }
}

/** Held until the connection closes, so that no server begins meanwhile either. */
async function requireUnserved(client: Client, what: string): Promise<void> {
  if (await tryServerLock(client)) return
  throw new DataInUse(`an OpenTBK server is running on ${what}: stop it first / 服务器正在运行，请先停止`)
}

/** What the file system, the compression or the database said, as a message for a person. */
function explain(error: unknown, what: string): unknown {
  if (error instanceof StartError || !(error instanceof Error)) return error
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  if (code.startsWith('Z_')) return new DamagedCopy(error.message)
  const isOutside = code !== '' || error.message.startsWith('Connection terminated')
  return isOutside ? new StartError(`${what}: ${error.message}`, { cause: error }) : error
}

/** Makes the new name last through a power cut; Windows has no such call and needs none. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  await folder.sync().finally(() => folder.close())
}
