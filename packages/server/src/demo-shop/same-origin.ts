import type { FastifyRequest } from 'fastify'
import { isFromHere } from '../http/same-origin.ts'
import { ShopProblem } from './problem.ts'

/** Forms come from this shop's own pages. */
export function checkSameOrigin(request: FastifyRequest): void {
  if (isFromHere(request.headers)) return
  throw new ShopProblem(403, {
    chinese: '表单来自别的网站，请从商店页面提交',
    english: 'The form came from another site: use the pages of this shop',
  })
}
