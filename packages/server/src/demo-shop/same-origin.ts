import type { FastifyRequest } from 'fastify'
import { ShopProblem } from './problem.ts'

/**
 * Forms come from this shop's own pages. A browser says where a form was: what it says must fit; a client that
 * is no browser says nothing, and has no cookies that another site could use.
 */
export function checkSameOrigin(request: FastifyRequest): void {
  const site = request.headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw crossSite()
  const { origin, host } = request.headers
  if (origin === undefined) return
  if (!URL.canParse(origin) || new URL(origin).host !== host) throw crossSite()
}

function crossSite(): ShopProblem {
  return new ShopProblem(403, {
    chinese: '表单来自别的网站，请从商店页面提交',
    english: 'The form came from another site: use the pages of this shop',
  })
}
