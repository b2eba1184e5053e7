import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { StartError } from '../../store/start-error.ts'

/** Whom a command calls, and as whom. */
export type GatewayAccess = { gateway: string; key: string; secret: string; session: string | undefined }
export type AccessFlags = { gateway?: string; key?: string; secret?: string; session?: string }

/** DIR/demo.json as the server writes it, as far as the commands need it. */
export type DemoFile = {
  gateway: string
  app: { key: string; secret: string }
  provider_app: { key: string; secret: string; session: string }
}

/** The flags' access; what they leave out is the demo network's, the provider's where a session is needed. */
export async function readAccess(
  dataDir: string,
  flags: AccessFlags,
  needsSession: boolean,
): Promise<GatewayAccess> {
  if ((flags.key === undefined) !== (flags.secret === undefined)) {
    throw new StartError('--key and --secret go together / --key 与 --secret 须同时给出')
  }
  const { gateway, key, secret, session } = flags
  if (gateway !== undefined && !URL.canParse(gateway)) throw new StartError('--gateway: an http(s) address')
  if (gateway !== undefined && key !== undefined && secret !== undefined) {
    return { gateway, key, secret, session }
  }
  const { demo } = await readDemoFile(dataDir)
  const app = needsSession ? demo.provider_app : { ...demo.app, session: undefined }
  if (key !== undefined && secret !== undefined) return { gateway: demo.gateway, key, secret, session }
  return { gateway: gateway ?? demo.gateway, ...app, session: session ?? app.session }
}

export async function readDemoFile(dataDir: string): Promise<{ text: string; demo: DemoFile }> {
  const path = join(dataDir, 'demo.json')
  const text = await readFile(path, 'utf8').catch((error: Error) => {
    throw new StartError(
      `${path} cannot be read (${error.message}): start a sandbox on this folder, or give --gateway, --key and --secret\n` +
        `无法读取 ${path}：请先用该目录启动沙箱，或给出 --gateway、--key、--secret`,
    )
  })
  try {
    return { text, demo: JSON.parse(text) as DemoFile }
  } catch {
    throw new StartError(`${path} is no JSON: start the server again, which writes it / 请重新启动服务器`)
  }
}

/** `name=value` arguments; the value may hold further `=`. */
export function readPairs(given: readonly string[]): Map<string, string> {
  const pairs = new Map<string, string>()
  for (const text of given) {
    const at = text.indexOf('=')
    if (at < 1) throw new StartError(`"${text}": parameters are written name=value / 参数写作 name=value`)
    const name = text.slice(0, at)
    if (pairs.has(name)) throw new StartError(`${name}: given twice / 重复给出`)
    pairs.set(name, text.slice(at + 1))
  }
  return pairs
}
