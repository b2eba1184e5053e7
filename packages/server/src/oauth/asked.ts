import type { Context } from '../context.ts'
import { findClient, findRedirect, isChallenge } from '../domain/oauth/index.ts'
import type { App } from '../domain/publishers/index.ts'
import { answerUrl } from './answer-url.ts'
import type { Params } from './params.ts'
import { type Problem, problems } from './problems.ts'

const MAX_STATE = 1024

/** An app asks to act for whoever is at the browser. `redirect` is a registered one of its own. */
export type Asked = {
  app: App
  redirect: URL
  /** As it was sent, to which a code is bound. */
  redirectUri: string
  flow: Flow
  state: string | undefined
  challenge: string | undefined
  isNarrow: boolean
}

export type Flow = 'code' | 'token'

/** What was asked; or a page, as long as nobody can say that the browser is safe to send back; or where to send it. */
export type Reading = { asked: Asked } | { problem: Problem } | { answer: string }

/** Reads a request for an authorisation. Until app and redirect_uri are known to belong together nothing redirects. */
export async function readAsked(ctx: Context, params: Params): Promise<Reading> {
  if (params.repeated !== undefined) return { problem: problems.repeated(params.repeated) }
  const clientId = params.get('client_id')
  const redirectUri = params.get('redirect_uri')
  const app = clientId === undefined ? undefined : await findClient(ctx, clientId)
  if (!app) return { problem: problems.client }
  const redirect = redirectUri && (await findAnswerPlace(ctx, { app, redirectUri, params }))
  if (!redirect || !redirectUri) return { problem: problems.redirect }
  const state = params.get('state')
  if (state !== undefined && state.length > MAX_STATE) return { problem: problems.state }
  return readWanted(params, { app, redirect, redirectUri, state })
}

type Known = Pick<Asked, 'app' | 'redirect' | 'redirectUri' | 'state'>

function readWanted(params: Params, known: Known): Reading {
  const type = params.get('response_type')
  const isFlow = type === 'code' || type === 'token'
  const refuse = (error: string, description: string) => {
    const to = { ...known, flow: isFlow ? type : 'code' } as const
    return { answer: answerUrl(to, { error, error_description: description }) }
  }
  if (type === undefined) return refuse('invalid_request', 'response_type is required')
  if (!isFlow) return refuse('unsupported_response_type', 'response_type: code or token expected')
  const challenge = params.get('code_challenge')
  if (challenge !== undefined) {
    const method = params.get('code_challenge_method')
    if (method !== 'S256') return refuse('invalid_request', 'code_challenge_method: S256 expected')
    if (!isChallenge(challenge)) return refuse('invalid_request', 'code_challenge: 43 characters expected')
    if (type === 'token') return refuse('invalid_request', 'code_challenge: only with response_type=code')
  }
  return { asked: { ...known, flow: type, challenge, isNarrow: params.get('view') === 'wap' } }
}

/** The client-side flow may also end at this server's own empty page, where an app that is no site reads it. */
async function findAnswerPlace(
  ctx: Context,
  { app, redirectUri, params }: { app: App; redirectUri: string; params: Params },
): Promise<URL | undefined> {
  const own = `${ctx.publicUrl}/oauth2`
  if (
    params.get('response_type') === 'token' &&
    [own, `${own}?view=web`, `${own}?view=wap`].includes(redirectUri)
  ) {
    return new URL(redirectUri)
  }
  return findRedirect(ctx, app, redirectUri)
}
