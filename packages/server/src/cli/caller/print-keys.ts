import type { DataConfig } from '../../config.ts'
import { Keyring } from '../../keys/keyring.ts'
import { readSandboxKey } from '../../sandbox-key.ts'
import { accountAccess, leaderAccess } from '../../seed/index.ts'
import { StartError } from '../../store/start-error.ts'
import { readDemoFile } from './gateway-access.ts'

/** Prints the demo network's access; only a sandbox has one. */
export async function printKeys(data: DataConfig, flags: { json?: boolean }): Promise<number> {
  const { text, demo } = await readDemoFile(data.dataDir)
  if (flags.json) process.stdout.write(text)
  else printAll({ ...demo, ...(await readFurther(data)) })
  return 0
}

/** What demo.json does not hold: the leader's app, and the accounts. Nothing where the master key is elsewhere. */
async function readFurther(data: DataConfig): Promise<object> {
  try {
    const keys = new Keyring(data.masterKeys ?? [await readSandboxKey(data.dataDir)])
    return { ...leaderAccess(keys), ...accountAccess(keys) }
  } catch (error) {
    if (error instanceof StartError) return {}
    throw error
  }
}

function printAll(access: unknown): void {
  for (const [name, value] of flatten(access)) process.stdout.write(`${name.padEnd(22)} ${value}\n`)
}

function flatten(value: unknown, path = ''): [name: string, value: string][] {
  if (typeof value !== 'object' || value === null) return [[path, String(value)]]
  return Object.entries(value).flatMap(([name, member]) =>
    flatten(member, path === '' ? name : `${path}.${name}`),
  )
}
