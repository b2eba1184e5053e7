import { randomBytes } from 'node:crypto'
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { StartError } from './store/start-error.ts'

/** The master key that a sandbox keeps in its data folder; made by the first start. */
export async function claimSandboxKey(dataDir: string): Promise<Buffer> {
  const path = join(dataDir, 'key')
  await mkdir(dataDir, { recursive: true })
  try {
    // Only one of two first starts may write it; the other reads what was written.
    await writeFile(path, `${randomBytes(32).toString('hex')}\n`, { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  await chmod(path, 0o600)
  return readSandboxKey(dataDir)
}

export async function readSandboxKey(dataDir: string): Promise<Buffer> {
  const path = join(dataDir, 'key')
  const text = await readFile(path, 'utf8').catch((error: Error) => {
    throw new StartError(`the master key of this sandbox cannot be read: ${error.message}`)
  })
  if (!/^[0-9a-f]{64}$/.test(text.trim())) throw new StartError(`${path}: a key is 64 hexadecimal digits`)
  return Buffer.from(text.trim(), 'hex')
}
