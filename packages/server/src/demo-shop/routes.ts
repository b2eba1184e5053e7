import type { FastifyInstance } from 'fastify'
import type { Context } from '../context.ts'
import { newBuyer, readBuyerCookie, readClickCookie, rememberBuyer } from './cookies.ts'
import { findHostedItem } from './find-hosted-item.ts'
import { readBuyer, readClickId, readCouponId, readId, readItemId, readQuantity, readSkuId } from './form.ts'
import { drawPicture } from './picture.ts'
import { placeOrder } from './place-order.ts'
import { sendProblem } from './problem-page.ts'
import { type Step, stepEvents } from './rules.ts'
import { checkSameOrigin } from './same-origin.ts'
import { takeStep } from './take-step.ts'
import { type Visit, viewItem, viewList, viewOrder } from './views.ts'

const MAX_FORM_BYTES = 16_384
const PICTURE_AGE_S = 86_400

/** The demo shop of sandbox mode: goods to look at, to buy, and every step of an order to try. */
export async function demoShopRoutes(http: FastifyInstance, ctx: Context): Promise<void> {
  http.removeAllContentTypeParsers()
  http.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: MAX_FORM_BYTES },
    (_request, body, done) => done(null, new URLSearchParams(body.toString())),
  )
  http.setErrorHandler((error: Error, _request, reply) => sendProblem(ctx, reply, error))
  pageRoutes(http, ctx)
  orderRoutes(http, ctx)
}

function pageRoutes(http: FastifyInstance, ctx: Context): void {
  http.get('/shop', (request, reply) => viewList(ctx, visit(request, reply), { kind: 'all' }))
  http.get<{ Params: { id: string } }>('/shop/items/:id', (request, reply) =>
    viewItem(ctx, visit(request, reply), readId(request.params.id)),
  )
  http.get<{ Params: { id: string } }>('/shop/shops/:id', (request, reply) =>
    viewList(ctx, visit(request, reply), { kind: 'shop', shopId: readId(request.params.id) }),
  )
  http.get<{ Params: { id: string } }>('/shop/venues/:id', (request, reply) =>
    viewList(ctx, visit(request, reply), { kind: 'venue', venueId: readId(request.params.id) }),
  )
  http.get<{ Params: { file: string } }>('/shop/pictures/:file', async (request, reply) => {
    const item = await findHostedItem(ctx, readId(/^(\d+)\.svg$/.exec(request.params.file)?.[1]))
    return reply
      .header('content-type', 'image/svg+xml; charset=utf-8')
      .header('content-security-policy', "default-src 'none'")
      .header('cache-control', `public, max-age=${PICTURE_AGE_S}`)
      .send(drawPicture(item))
  })
}

function orderRoutes(http: FastifyInstance, ctx: Context): void {
  http.post<{ Body: URLSearchParams | undefined }>('/shop/orders', async (request, reply) => {
    checkSameOrigin(request)
    const form = request.body ?? new URLSearchParams()
    const buyerId = readBuyer(form.get('buyer_id')) ?? readBuyerCookie(request) ?? newBuyer()
    const itemId = readItemId(form.get('item_id'))
    const { shopId } = await findHostedItem(ctx, itemId)
    const accessKey = await placeOrder(ctx, {
      itemId,
      skuId: readSkuId('sku_id', form.get('sku_id')),
      quantity: readQuantity(form.get('quantity')),
      buyerId,
      coupon: readCouponId(form.get('coupon')),
      clickId: readClickId(form.get('click_id')) ?? readClickCookie(request, shopId),
    })
    rememberBuyer(ctx, reply, buyerId)
    return reply.redirect(`/shop/orders/${accessKey}`, 303)
  })

  http.get<{ Params: { key: string } }>('/shop/orders/:key', (request, reply) =>
    viewOrder(ctx, visit(request, reply), request.params.key),
  )

  for (const step of [...(Object.keys(stepEvents) as Step[]), 'send' as const]) {
    http.post<{ Params: { key: string }; Body: URLSearchParams | undefined }>(
      `/shop/orders/:key/${step}`,
      async (request, reply) => {
        checkSameOrigin(request)
        const { key } = request.params
        await takeStep(ctx, { accessKey: key, step, amount: request.body?.get('amount') ?? null })
        return reply.redirect(`/shop/orders/${encodeURIComponent(key)}`, 303)
      },
    )
  }
}

function visit(request: Visit['request'], reply: Visit['reply']): Visit {
  const mark = request.url.indexOf('?')
  return { request, reply, query: new URLSearchParams(mark < 0 ? '' : request.url.slice(mark + 1)) }
}
