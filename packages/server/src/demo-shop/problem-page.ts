import type { FastifyError, FastifyReply } from 'fastify'
import type { Context } from '../context.ts'
import { html } from '../pages/html.ts'
import { type Page, sendPage } from '../pages/page.ts'
import { both, shopNav } from './layout.ts'
import { ShopProblem } from './problem.ts'

/** Every error of the shop as a plain page; what nobody foresaw is logged and told in general words. */
export function sendProblem(ctx: Context, reply: FastifyReply, error: FastifyError | Error): FastifyReply {
  const problem = problemOf(error)
  if (problem.status >= 500) ctx.log.error({ err: error }, 'demo shop request failed')
  return sendPage(reply.code(problem.status), problemPage(problem))
}

function problemOf(error: FastifyError | Error): ShopProblem {
  if (error instanceof ShopProblem) return error
  const status = 'statusCode' in error ? error.statusCode : undefined
  if (status !== undefined && status >= 400 && status < 500) {
    return new ShopProblem(status, { chinese: '请求有误', english: error.message })
  }
  return new ShopProblem(500, { chinese: '商店出错了，请重试', english: 'The shop failed, please try again' })
}

function problemPage(problem: ShopProblem): Page {
  return {
    title: `${problem.status} ${problem.chinese}`,
    body: html`${shopNav()}
<div class="problem"><p>${problem.field !== undefined && html`<code>${problem.field}</code>: `}${both([
      problem.chinese,
      problem.message,
    ])}</p></div>
<p class="note">${both(['可用浏览器的“后退”返回', 'Go back with your browser to change it'])}</p>`,
  }
}
