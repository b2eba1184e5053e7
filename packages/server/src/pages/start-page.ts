import { formatGmt8, portableHashes, sign } from '@opentbk/top'
import type { FastifyInstance } from 'fastify'
import type { Context } from '../context.ts'
import { type DemoAccess, demoAccess, findDemoRecord } from '../seed/index.ts'
import { html, type Markup } from './html.ts'
import { sendPage } from './page.ts'

/** `GET /`: what this server is and, in a sandbox, a first call to paste. */
export async function startPageRoutes(http: FastifyInstance, ctx: Context): Promise<void> {
  http.get('/', async (_request, reply) => {
    const record = ctx.mode === 'sandbox' ? await findDemoRecord(ctx.store.read) : undefined
    const sandbox = record && sandboxPart(ctx, await demoAccess(ctx), record.itemIds[0] as string)
    return sendPage(reply, { title: 'OpenTBK', body: html`${introduction(ctx)}${sandbox}` })
  })
}

function introduction(ctx: Context): Markup {
  const { publicUrl } = ctx
  return html`<h1>OpenTBK</h1>
<p lang="zh-CN">开源的淘宝客联盟平台：使用 TOP 协议，任何 TOP SDK 把网关地址改成下面的地址即可调用。</p>
<p lang="en">An open-source affiliate platform that speaks the TOP protocol: point any TOP SDK at the gateway below.</p>
<table>
${addressRow('网关', 'Gateway', `${publicUrl}/router/rest`)}
${addressRow('批量网关', 'Batch gateway', `${publicUrl}/router/batch`)}
${addressRow('订单接入', 'Order ingest', `${publicUrl}/ingest/v1/orders`)}
<tr><th>${both('全部接口', 'All methods')}</th><td><a href="/catalogue.json">/catalogue.json</a></td></tr>
</table>
<p class="note" lang="zh-CN">与阿里巴巴没有关联；出现其名称只为说明兼容性。</p>
<p class="note" lang="en">Not affiliated with Alibaba; its names are used to say what this is compatible with.</p>
`
}

function sandboxPart(ctx: Context, access: DemoAccess, itemId: string): Markup {
  const time = curlLine(ctx, access, { method: 'taobao.time.get' })
  const item = curlLine(ctx, access, {
    method: 'taobao.tbk.item.info.upgrade.get',
    item_id: access.item_ids[0] as string,
  })
  return html`<h2>${both('第一次调用', 'A first call')}</h2>
<p lang="zh-CN">粘贴到终端运行。签名在十分钟内有效，过期后刷新本页即可。</p>
<p lang="en">Paste into a terminal. The signature is good for ten minutes; reload this page for a new one.</p>
<pre><code id="first-call">${time}</code></pre>
<p>${both('查询一件演示商品', 'Look up a demo item')}</p>
<pre><code id="item-call">${item}</code></pre>
<h2>${both('演示账号', 'The demo account')}</h2>
<table>
<tr><th>app_key</th><td><code>${access.app.key}</code></td></tr>
<tr><th>app_secret</th><td><code>${access.app.secret}</code></td></tr>
<tr><th>PID</th><td><code>${access.pid}</code></td></tr>
<tr><th>item_id</th><td><code>${access.item_ids[0]}</code></td></tr>
</table>
<p lang="zh-CN">服务商应用、会话、演示店铺和运营的密钥在数据目录的 <code>demo.json</code> 中。</p>
<p lang="en">The keys of the provider's app, its session, the demo shop and the operator are in
<code>demo.json</code> in the data folder.</p>
<p><a href="/shop/items/${itemId}">${both('打开演示商品页', 'Open a page of the demo shop')}</a></p>
`
}

function addressRow(chinese: string, english: string, address: string): Markup {
  return html`<tr><th>${both(chinese, english)}</th><td><code>${address}</code></td></tr>`
}

function both(chinese: string, english: string): Markup {
  return html`<span lang="zh-CN">${chinese}</span> <span lang="en">${english}</span>`
}

/** A signed call as one line for a shell: every value is percent-encoded, so the quotes hold. */
function curlLine(ctx: Context, access: DemoAccess, own: Readonly<Record<string, string>>): string {
  const params = new URLSearchParams({
    ...own,
    app_key: access.app.key,
    timestamp: formatGmt8(ctx.clock.wall()),
    v: '2.0',
    format: 'json',
    sign_method: 'hmac-sha256',
  })
  params.set('sign', sign({ signMethod: 'hmac-sha256', secret: access.app.secret, params }, portableHashes))
  return `curl -s '${access.gateway}?${params}'`
}
