import { createHash } from 'node:crypto'
import Fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '../../src/context.ts'
import { startPageRoutes } from '../../src/pages/start-page.ts'
import { startTestServer, type TestServer } from '../setup/server.ts'

let server: TestServer
let page: string
let headers: Record<string, unknown>
const apps: FastifyInstance[] = []

async function open(ctx: Context) {
  const http = Fastify()
  apps.push(http)
  await http.register(startPageRoutes, ctx)
  return http.inject({ method: 'GET', url: '/' })
}

beforeAll(async () => {
  server = await startTestServer()
  const response = await open(server.ctx)
  expect(response.statusCode).toBe(200)
  page = response.body
  headers = response.headers
})
afterAll(async () => {
  for (const http of apps) await http.close()
  await server.close()
})

/** What a person would copy from the page, as the address that curl is given. */
function pasted(id: string): string {
  const code = new RegExp(`id="${id}">([^<]*)<`).exec(page)?.[1] ?? ''
  const line = code.replaceAll('&amp;', '&').replaceAll('&#39;', "'").replaceAll('&quot;', '"')
  return /^curl -s '([^']+)'$/.exec(line)?.[1] ?? ''
}

describe('the start page of a sandbox', () => {
  it('prints a first call that works when pasted', async () => {
    const answer = await (await fetch(pasted('first-call'))).json()
    expect(answer).toHaveProperty('time_get_response.time')
  })

  it('prints a look-up of the first demo item that works when pasted', async () => {
    const url = new URL(pasted('item-call'))
    expect(url.searchParams.get('item_id')).toBe(server.demo.item_ids[0])
    const answer = await (await fetch(url)).json()
    expect(answer).not.toHaveProperty('error_response')
  })

  it('gives the demo key and nothing more secret', () => {
    expect(page).toContain(server.demo.app.key)
    expect(page).toContain(server.demo.app.secret)
    for (const secret of [
      server.demo.provider_app.session,
      server.demo.operator.token,
      server.demo.shop.secret,
    ]) {
      expect(page).not.toContain(secret)
    }
    expect(page).toMatch(/href="\/shop\/items\/\d+"/)
    expect(page).toContain('href="/catalogue.json"')
    for (const lang of ['zh-CN', 'en']) expect(page).toContain(`lang="${lang}"`)
  })

  it('lets only its own style through', () => {
    const style = /<style>([^<]*)<\/style>/.exec(page)?.[1] ?? ''
    const digest = createHash('sha256').update(style).digest('base64')
    expect(headers['content-security-policy']).toBe(
      `default-src 'none'; style-src 'sha256-${digest}'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
    )
    expect(page).not.toMatch(/<script|style="/)
  })
})

it('shows no key and no call in production', async () => {
  const { body } = await open({ ...server.ctx, mode: 'production' })
  expect(body).toContain('OpenTBK')
  for (const text of [server.demo.app.key, server.demo.app.secret, server.demo.pid, 'curl']) {
    expect(body).not.toContain(text)
  }
})
