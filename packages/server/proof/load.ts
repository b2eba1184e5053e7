import { createHmac } from 'node:crypto'
import type { DemoAccess } from '../src/seed/demo-access.ts'
import { signedParams, type Wire } from '../test/setup/server.ts'

export type Converted = { shortUrl: string; tpwd: string }
export type Event = Record<string, unknown> & { event_id: string }
export type IngestResult = { event_id: string; status: string; reason?: string }

const WORKERS = { convert: 2, click: 3, order: 3 }
const PHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Mobile'

/** Conversions, clicks and orders at once, and an account of all that the server acknowledged. */
export class Load {
  readonly converted: Converted[] = []
  readonly clicks: string[] = []
  /** Events that were answered as accepted, and those sent without an answer. */
  readonly accepted: Event[] = []
  readonly unanswered: Event[] = []
  readonly problems: string[] = []
  #demo: DemoAccess
  #orders = 0
  #isOn = false
  #reached: { count: number; resolve(): void } | undefined

  constructor(demo: DemoAccess) {
    this.#demo = demo
  }

  /** After a start on another port. */
  moveTo(demo: DemoAccess): void {
    this.#demo = demo
  }

  /** Runs until the server stops answering; `reached` resolves when that many more events were accepted. */
  run(count: number): { reached: Promise<void>; over: Promise<void> } {
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#reached = { count: this.accepted.length + count, resolve }
    this.#isOn = true
    const works = [
      ...Array.from({ length: WORKERS.convert }, () => () => this.#convert()),
      ...Array.from({ length: WORKERS.click }, () => async () => void (await this.#followSomeLink())),
      ...Array.from({ length: WORKERS.order }, () => () => this.#order()),
    ]
    return { reached: promise, over: Promise.all(works.map((work) => this.#repeat(work))).then(() => {}) }
  }

  async #repeat(work: () => Promise<void>): Promise<void> {
    while (this.#isOn) {
      try {
        await work()
      } catch (error) {
        // Only a connection that broke ends the load; anything else is the server's fault.
        if (!(error instanceof TypeError)) this.problems.push(String(error))
        this.#isOn = false
      }
    }
  }

  async #convert(): Promise<void> {
    const answer = await callMethod(this.#demo, 'taobao.tbk.dg.general.link.convert', {
      adzone_id: this.#demo.pid.split('_')[3],
      item_id_list: this.#demo.item_ids[0],
    })
    if (answer.error_response) throw new Error(JSON.stringify(answer))
    const [element] = answer.tbk_dg_general_link_convert_response.data.item_url_list.item_url_list
    const { cps_short_url, cps_short_tpwd } = element.link_info_dto
    this.converted.push({ shortUrl: cps_short_url, tpwd: cps_short_tpwd })
  }

  async #followSomeLink(): Promise<URL> {
    if (this.converted.length === 0) await this.#convert()
    const { shortUrl } = this.converted[this.clicks.length % this.converted.length] as Converted
    const { pathname } = new URL(shortUrl)
    const response = await fetch(new URL(pathname, this.#demo.console), {
      redirect: 'manual',
      headers: { 'user-agent': PHONE },
    })
    if (response.status !== 302) throw new Error(`a link answered ${response.status}`)
    const landing = new URL(response.headers.get('location') as string)
    this.clicks.push(landing.searchParams.get('click_id') as string)
    return landing
  }

  /** One shopper: click, order, payment, receipt. */
  async #order(): Promise<void> {
    const number = ++this.#orders
    const landing = await this.#followSomeLink()
    for (const type of ['created', 'paid', 'received']) {
      const event: Event = {
        event_id: `${number}-${type}`,
        type,
        trade_parent_id: `P${number}`,
        trade_id: `T${number}`,
        item_id: landing.pathname.split('/').at(-1),
        item_num: 1,
        price: '99.99',
        paid_fee: '99.99',
        click_id: landing.searchParams.get('click_id'),
        buyer_id: `buyer-${number}`,
        at: new Date().toISOString(),
      }
      this.unanswered.push(event)
      const [result] = await sendEvents(this.#demo, [event])
      this.unanswered.splice(this.unanswered.indexOf(event), 1)
      if (result?.status !== 'accepted') throw new Error(JSON.stringify(result))
      this.accepted.push(event)
      if (this.#reached && this.accepted.length >= this.#reached.count) this.#reached.resolve()
    }
  }
}

export async function callMethod(
  demo: DemoAccess,
  method: string,
  params: Record<string, unknown>,
): Promise<Wire> {
  const body = signedParams(demo, { method, params, call: {} })
  return (await fetch(demo.gateway, { method: 'POST', body })).json()
}

export async function sendEvents(demo: DemoAccess, events: readonly Event[]): Promise<IngestResult[]> {
  const body = JSON.stringify({ events })
  const timestamp = String(Date.now())
  const signature = createHmac('sha256', demo.shop.secret).update(`${timestamp}.${body}`).digest('hex')
  const headers = { 'x-shop-key': demo.shop.key, 'x-timestamp': timestamp, 'x-signature': signature }
  const response = await fetch(demo.shop.ingest, { method: 'POST', headers, body })
  if (response.status !== 200) throw new Error(`ingest answered ${response.status}: ${await response.text()}`)
  return ((await response.json()) as { results: IngestResult[] }).results
}
