import { Refusal, string } from '@opentbk/top'
import { refreshTokens, tokenFields } from '../../domain/oauth/index.ts'
import { method } from '../define.ts'
import { tokenResult } from './_shapes/token-result.ts'

export const topAuthTokenRefresh = method({
  name: 'taobao.top.auth.token.refresh',
  title: '刷新Access Token',
  session: 'none',
  permission: 'none',
  confidence: 'third-party',
  note: 'As `/oauth/token` with `refresh_token`, for clients that sign. The old refresh token ends; one that comes again ends the whole authorisation.',
  request: { refresh_token: string({ required: true, max: 128, note: 'the newest one' }) },
  response: { token_result: tokenResult },
  refusals: { 'refresh-token.unknown': true, 'authorisation.barred': true },

  async handle(ctx, { refresh_token: refreshToken }) {
    const tokens = await refreshTokens(ctx, { appId: ctx.app.id, refreshToken })
    if (tokens === 'member') throw new Refusal('authorisation.barred')
    if (typeof tokens === 'string') throw new Refusal('refresh-token.unknown')
    return { token_result: JSON.stringify(await tokenFields(ctx, tokens)) }
  },
})
