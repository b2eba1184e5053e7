import type { FastifyReply } from 'fastify'
import { html } from '../pages/html.ts'
import { sendPage } from '../pages/page.ts'

/** A link that is forged, altered, expired or leads nowhere any more. Never a redirect to elsewhere. */
export function sendDeadLinkPage(reply: FastifyReply, isExpired: boolean): FastifyReply {
  const [zh, en] = isExpired
    ? ['这个推广链接已过期。', 'This promotion link has expired.']
    : [
        '这个推广链接无效：可能复制不完整，或商品已不存在。',
        'This promotion link does not work: it may have been copied incompletely, or the goods are gone.',
      ]
  const body = html`<h1>链接不可用 <span lang="en">Link not available</span></h1>
<p>${zh}</p>
<p lang="en">${en}</p>`
  return sendPage(reply.code(404), { title: '链接不可用 Link not available', body })
}
