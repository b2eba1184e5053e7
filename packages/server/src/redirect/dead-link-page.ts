import type { ServerResponse } from 'node:http'
import { send } from '../http/send.ts'
import { html } from '../pages/html.ts'
import { page, pageHead } from '../pages/page.ts'

/** A link that is forged, altered, expired or leads nowhere any more. Never a redirect to elsewhere. */
export function sendDeadLinkPage(response: ServerResponse, isExpired: boolean): void {
  const [zh, en] = isExpired
    ? ['这个推广链接已过期。', 'This promotion link has expired.']
    : [
        '这个推广链接无效：可能复制不完整，或商品已不存在。',
        'This promotion link does not work: it may have been copied incompletely, or the goods are gone.',
      ]
  const body = html`<h1>链接不可用 <span lang="en">Link not available</span></h1>
<p>${zh}</p>
<p lang="en">${en}</p>`
  const text = page({ title: '链接不可用 Link not available', body })
  send(response, { status: 404, head: Object.entries(pageHead).flat(), body: Buffer.from(text) })
}
