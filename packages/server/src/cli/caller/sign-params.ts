import { describeBase, type SignMethod, sign } from '@opentbk/top'
import { nodeHashes } from '../../gateway/hashes.ts'
import { readDemoFile, readPairs } from './gateway-access.ts'

/** Prints what is signed for these parameters, and the signature: to compare with one's own client. */
export async function signParams(
  dataDir: string,
  asked: { params: readonly string[]; secret: string | undefined; signMethod: SignMethod },
): Promise<number> {
  const params = readPairs(asked.params)
  const secret = asked.secret ?? (await demoSecret(dataDir, params.get('app_key')))
  process.stdout.write(`base ${describeBase(params)}\n`)
  process.stdout.write(`sign ${sign({ signMethod: asked.signMethod, secret, params }, nodeHashes)}\n`)
  return 0
}

async function demoSecret(dataDir: string, appKey: string | undefined): Promise<string> {
  const { demo } = await readDemoFile(dataDir)
  return appKey === demo.provider_app.key ? demo.provider_app.secret : demo.app.secret
}
