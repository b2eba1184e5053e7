import { readDemoFile } from './gateway-access.ts'

/** Prints the demo network's access; only a sandbox has one. */
export async function printKeys(dataDir: string, flags: { json?: boolean }): Promise<number> {
  const { text, demo } = await readDemoFile(dataDir)
  if (flags.json) process.stdout.write(text)
  else for (const [name, value] of flatten(demo)) process.stdout.write(`${name.padEnd(22)} ${value}\n`)
  return 0
}

function flatten(value: unknown, path = ''): [name: string, value: string][] {
  if (typeof value !== 'object' || value === null) return [[path, String(value)]]
  return Object.entries(value).flatMap(([name, member]) =>
    flatten(member, path === '' ? name : `${path}.${name}`),
  )
}
