import { randomBytes } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { BankProvider } from './bank.ts'
import { writeBatchFile } from './batch-file.ts'

/**
 * A bank that takes files: a batch becomes `FOLDER/<name>.csv`, readable by its owner alone, whole or not at
 * all. A file that is there already stays as it is; one of other content is another network's, or was changed.
 */
export function fileBank(folder: string): BankProvider {
  return {
    name: 'file',
    async submit({ name, payments }) {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      await placeFile(folder, `${name}.csv`, writeBatchFile(payments))
      return payments.map(({ reference }) => ({ reference, state: 'sent' }))
    },
  }
}

async function placeFile(folder: string, name: string, text: string): Promise<void> {
  const path = join(folder, name)
  const there = await readFile(path, 'utf8').catch(ifMissing)
  if (there === text) return
  if (there !== undefined) throw new Error(`${path} is there with other content: move it away first`)
  const temporary = join(folder, `.${name}.${randomBytes(6).toString('hex')}`)
  try {
    await writeSynced(temporary, text)
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
}

/** On disk before it has its name: a payout that counts as sent is in a file that survives the machine. */
async function writeSynced(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
}

function ifMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT') return undefined
  throw error
}
