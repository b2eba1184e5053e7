import { createHash } from 'node:crypto'
import type { FastifyReply } from 'fastify'
import { html, type Markup, raw } from './html.ts'
import { pageStyle } from './page-style.ts'

export type Page = {
  title: string
  body: Markup
  /** The language of the page as a whole; parts in another carry their own lang attribute. */
  lang?: 'zh-CN' | 'en'
  /** Sources beside this host to which this page's form may lead, over all redirects that follow. */
  formTarget?: string
}

const contentSecurityPolicy = policy()

function policy(formTarget?: string): string {
  return [
    "default-src 'none'",
    `style-src 'sha256-${createHash('sha256').update(pageStyle).digest('base64')}'`,
    "img-src 'self'",
    formTarget === undefined ? "form-action 'self'" : `form-action 'self' ${formTarget}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** A whole document with the one style sheet that the policy lets through. Use classes, not style attributes. */
export function page({ title, body, lang = 'zh-CN' }: Page): string {
  const document = html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${raw(pageStyle)}</style>
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`
  return document.toString()
}

export const pageHead = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': contentSecurityPolicy,
  'referrer-policy': 'same-origin',
  'cache-control': 'no-store',
} as const

/** Sends a page with the headers that every page has; the status is 200 unless the reply has one already. */
export function sendPage(reply: FastifyReply, content: Page): FastifyReply {
  const head = { ...pageHead, 'content-security-policy': policy(content.formTarget) }
  return reply.headers(head).send(page(content))
}
