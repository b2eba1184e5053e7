import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { checkCsrf, requireSignedInPage } from '../account/signed-in.ts'
import type { Context } from '../context.ts'
import { findSignedIn, type SignedIn } from '../domain/accounts/index.ts'
import { canAuthorise, createCode, grantTokens, tokenFields } from '../domain/oauth/index.ts'
import { grantedPackages } from '../domain/permissions/index.ts'
import { findMember } from '../domain/publishers/index.ts'
import { sendPage } from '../pages/page.ts'
import { answerUrl } from './answer-url.ts'
import { type Asked, readAsked } from './asked.ts'
import { consentPage } from './consent-page.ts'
import { formOf, queryOf, readParams } from './params.ts'
import { sendProblem } from './problem-page.ts'
import { tokenFragment } from './token-fragment.ts'

const PATH = '/oauth/authorize'

/** Where an app sends a member's browser to be authorised. */
export function authorizeRoutes(http: FastifyInstance, ctx: Context): void {
  for (const path of [PATH, '/authorize']) {
    http.get(path, (request, reply) => ask(ctx, request, reply))
    http.post(path, (request, reply) => decide(ctx, request, reply))
  }
}

async function ask(ctx: Context, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const reading = await readAsked(ctx, readParams(request))
  if ('problem' in reading) return sendProblem(reply, reading.problem)
  if ('answer' in reading) return sendBack(reply, reading.answer)
  const signedIn = await requireSignedInPage(ctx, request, reply)
  return signedIn
    ? showConsent(ctx, reply, { asked: reading.asked, signedIn, query: queryOf(request) })
    : reply
}

async function showConsent(
  ctx: Context,
  reply: FastifyReply,
  { asked, signedIn, query }: { asked: Asked; signedIn: SignedIn; query: URLSearchParams },
): Promise<FastifyReply> {
  const { app, redirect } = asked
  const mayAuthorise = await canAuthorise(ctx, signedIn.memberId)
  const page = consentPage({
    asked,
    signedIn,
    mayAuthorise,
    ownerName: (await findMember(ctx, app.ownerId))?.name ?? '',
    packages: new Set((await grantedPackages(ctx, app.id)).keys()),
    // What is decided is what was shown: the form carries the same question.
    action: `${PATH}?${query}`,
  })
  // Chromium holds a form to its policy over every redirect that follows, and an app's callback may lead on to
  // another site of its own.
  const formTarget = redirect.protocol === 'https:' ? 'https:' : 'http: https:'
  return sendPage(reply.code(mayAuthorise ? 200 : 403), { ...page, formTarget })
}

async function decide(ctx: Context, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const form = formOf(request)
  const [token, decision] = [form.get('csrf'), form.get('decision')]
  const query = queryOf(request)
  // The question is in the address alone: a form cannot change it.
  request.body = undefined
  const reading = await readAsked(ctx, readParams(request))
  if ('problem' in reading) return sendProblem(reply, reading.problem)
  if ('answer' in reading) return sendBack(reply, reading.answer)
  const signedIn = await findSignedIn(ctx, request.headers.cookie)
  // The page asks again, and who is not signed in can do so there.
  if (!signedIn) return reply.header('cache-control', 'no-store').redirect(`${PATH}?${query}`, 303)
  checkCsrf(ctx, request, { signedIn, token })
  const { asked } = reading
  if (decision === 'approve' && (await canAuthorise(ctx, signedIn.memberId))) {
    return sendBack(reply, await approve(ctx, asked, signedIn.memberId))
  }
  const denied = { error: 'access_denied', error_description: 'the member denied the authorisation' }
  return sendBack(reply, answerUrl(asked, denied))
}

async function approve(ctx: Context, asked: Asked, memberId: bigint): Promise<string> {
  const { app, redirectUri, challenge, state } = asked
  if (asked.flow === 'code') {
    return answerUrl(asked, {
      code: await createCode(ctx, { appId: app.id, memberId, redirectUri, challenge }),
    })
  }
  const tokens = await tokenFields(ctx, await grantTokens(ctx, { appId: app.id, memberId }))
  return answerUrl({ ...asked, state: undefined }, tokenFragment(app, tokens, state))
}

function sendBack(reply: FastifyReply, address: string): FastifyReply {
  // Neither a cache nor the next site's log gets to see the code.
  return reply
    .headers({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' })
    .redirect(address, 302)
}
