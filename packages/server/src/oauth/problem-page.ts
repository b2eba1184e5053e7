import type { FastifyReply } from 'fastify'
import { html } from '../pages/html.ts'
import { sendPage } from '../pages/page.ts'
import type { Problem } from './problems.ts'

/** Says why there is nothing to authorise; it leads nowhere. */
export function sendProblem(reply: FastifyReply, { status, chinese, english }: Problem): FastifyReply {
  return sendPage(reply.code(status), {
    title: '不能授权 · Not authorised',
    body: html`<div class="middle">
<h1>不能授权 <span lang="en">This cannot be authorised</span></h1>
<p class="problem">${chinese}<br><span lang="en">${english}</span></p>
<p class="note">请返回应用，或联系其开发者。<span lang="en">Go back to the app, or tell its owner.</span></p>
</div>`,
  })
}
