import { portableHashes, sign } from '@opentbk/top'
import type { TokenFields } from '../domain/oauth/index.ts'
import type { App } from '../domain/publishers/index.ts'

/**
 * What the client-side flow answers, with `top_sign` by the app's newest secret over all other fields as the app
 * reads them: UPPER MD5(secret + sorted names and values + secret).
 */
export function tokenFragment(app: App, tokens: TokenFields, state: string | undefined): TokenFields {
  const { taobao_user_nick: nick, ...rest } = tokens
  // The fragment itself is percent-encoded: once is enough.
  const fields = {
    ...rest,
    taobao_user_nick: decodeURIComponent(String(nick ?? '')),
    ...(state === undefined ? {} : { state }),
  }
  const params = new Map(Object.entries(fields).map(([name, value]) => [name, String(value)]))
  const secret = app.secrets[0]?.text ?? ''
  return { ...fields, top_sign: sign({ signMethod: 'md5', secret, params }, portableHashes) }
}
