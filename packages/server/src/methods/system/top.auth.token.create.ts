import { ignored, Refusal, string } from '@opentbk/top'
import { redeemCode, tokenFields } from '../../domain/oauth/index.ts'
import { method } from '../define.ts'
import { tokenResult } from './_shapes/token-result.ts'

export const topAuthTokenCreate = method({
  name: 'taobao.top.auth.token.create',
  title: '获取Access Token',
  session: 'none',
  permission: 'none',
  confidence: 'third-party',
  note: 'As `/oauth/token` with `authorization_code`, for clients that sign; the code is bound to the app. A code that was asked for with `code_challenge` is redeemed at `/oauth/token` alone.',
  request: {
    code: string({ required: true, max: 128, note: 'from the redirect_uri; 30 minutes, once' }),
    uuid: ignored('a mark of the caller’s device: nothing hangs on it'),
  },
  response: { token_result: tokenResult },
  refusals: { 'code.unknown': true, 'code.verifier': true, 'authorisation.barred': true },

  async handle(ctx, { code }) {
    const bound = { redirectUri: undefined, verifier: undefined }
    const tokens = await redeemCode(ctx, { appId: ctx.app.id, code, ...bound })
    if (tokens === 'member') throw new Refusal('authorisation.barred')
    if (tokens === 'verifier') throw new Refusal('code.verifier')
    if (typeof tokens === 'string') throw new Refusal('code.unknown')
    return { token_result: JSON.stringify(await tokenFields(ctx, tokens)) }
  },
})
