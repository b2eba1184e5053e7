import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type PrivateServer, startPrivateServer } from './private-server.ts'

export type ScratchServer = PrivateServer & { dataDir: string }

/** A private PostgreSQL for tests in a new folder; stopping it removes everything it left. */
export async function startScratchServer(): Promise<ScratchServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'opentbk-scratch-'))
  // As root the server has another user, who must get to its own (closed) folder inside.
  await chmod(dataDir, 0o711)
  const remove = async () => {
    const elsewhere = await readFile(join(dataDir, 'postgres.location'), 'utf8').catch(() => undefined)
    if (elsewhere) await rm(elsewhere.trim(), { recursive: true, force: true })
    await rm(dataDir, { recursive: true, force: true })
  }
  try {
    const server = await startPrivateServer({ dataDir, log() {}, disposable: true })
    return { ...server, dataDir, stop: () => server.stop().then(remove) }
  } catch (error) {
    await remove()
    throw error
  }
}
