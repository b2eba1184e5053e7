import { decodeItemId } from '../../src/domain/goods/index.ts'
import type { TestServer } from '../setup/server.ts'

export type Answer = { status: number; text: string; headers: Headers; path: string }

/** What a browser without scripts does: keeps cookies, follows 303, posts the forms it finds on a page. */
export class Shopper {
  readonly #url: string
  readonly #cookies = new Map<string, string>()

  constructor(url: string) {
    this.#url = url
  }

  async get(path: string): Promise<Answer> {
    return this.#fetch(path, { headers: {} })
  }

  /** Posts a form and follows the redirect. */
  async post(
    path: string,
    form: Record<string, string>,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    return this.#fetch(path, { method: 'POST', body: new URLSearchParams(form), headers })
  }

  /** Fills in and sends the form of a page that posts to this action. */
  async submit(page: Answer, action: string, changes: Record<string, string> = {}): Promise<Answer> {
    const form = findForm(page.text, action)
    if (!form) throw new Error(`no form to ${action} on ${page.path}: ${page.status}`)
    return this.post(form.action, { ...form.fields, ...changes })
  }

  async #fetch(path: string, init: RequestInit & { headers: Record<string, string> }): Promise<Answer> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = cookie ? { cookie, ...init.headers } : init.headers
    const response = await fetch(this.#url + path, { ...init, headers, redirect: 'manual' })
    for (const line of response.headers.getSetCookie()) {
      const pair = line.split(';')[0] ?? ''
      this.#cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
    }
    const text = await response.text()
    if (response.status === 303) return this.get(response.headers.get('location') ?? '')
    return { status: response.status, text, headers: response.headers, path }
  }
}

/** The form whose address ends so, with the values it would send untouched. */
export function findForm(
  text: string,
  action: string,
): { action: string; fields: Record<string, string> } | undefined {
  for (const [, attributes = '', inside = ''] of text.matchAll(/<form([^>]*)>([\s\S]*?)<\/form>/g)) {
    const address = attribute(attributes, 'action') ?? ''
    if (!address.endsWith(action)) continue
    const fields: Record<string, string> = {}
    for (const [, input = ''] of inside.matchAll(/<input([^>]*)>/g)) {
      fields[attribute(input, 'name') ?? ''] = attribute(input, 'value') ?? ''
    }
    return { action: address, fields }
  }
  return undefined
}

function attribute(tag: string, name: string): string | undefined {
  const value = new RegExp(`${name}="([^"]*)"`).exec(tag)?.[1]
  return value?.replace(/&(amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity)
}

const entities: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
}

/** The numeric id of one of the ten demo items: 0 costs 99.99, 1 has a coupon of 80 on 129.00. */
export function demoItem(server: TestServer, number: number): bigint {
  const name = decodeItemId(server.ctx.keys, server.demo.item_ids[number] ?? '')
  if (!name) throw new Error('a demo item id that does not open')
  return name.itemId
}

export function stateOf(page: Answer): string {
  return /id="state">([^<]*) </.exec(page.text)?.[1] ?? `no state on ${page.path}: ${page.status}`
}
