import { formatYuan } from '@opentbk/top'
import type { FastifyInstance } from 'fastify'
import type { Context } from '../context.ts'
import {
  listUploads,
  type Material,
  type ReviewedUpload,
  readReview,
  reviewMaterial,
} from '../domain/content/index.ts'
import { nextOf, readPage } from './page.ts'

const MAX_BODY_BYTES = 65_536
const MAX_PAGE = 200

export function contentRoutes(http: FastifyInstance, ctx: Context): void {
  http.get('/admin/v1/content', async (request) => {
    const { reader, after, limit } = readPage(request.query, { names: ['status'], most: MAX_PAGE })
    const status = reader.choice('status', ['pending', 'approved', 'rejected', 'all'] as const, 'all')
    const uploads = await listUploads(ctx, { status: status === 'all' ? undefined : status, after, limit })
    return { materials: uploads.map(writeUpload), next: nextOf(uploads, limit) }
  })

  http.post<{ Params: { id: string } }>(
    '/admin/v1/content/:id/review',
    { bodyLimit: MAX_BODY_BYTES },
    async (request, reply) => {
      const review = readReview(request.body)
      const { id } = request.params
      const material = /^[1-9]\d{0,17}$/.test(id)
        ? await reviewMaterial(ctx, BigInt(id), { review, operatorId: request.operatorId })
        : undefined
      if (!material) return reply.code(404).send({ error: 'id: no such material', field: 'id' })
      return writeMaterial(material)
    },
  )
}

function writeUpload(upload: ReviewedUpload) {
  const { lastReview } = upload
  return {
    ...writeMaterial(upload),
    last_review: lastReview
      ? {
          decision: lastReview.decision,
          reason: lastReview.reason,
          operator_id: lastReview.operatorId === undefined ? null : String(lastReview.operatorId),
          at: lastReview.decidedAt.toISOString(),
        }
      : null,
  }
}

function writeMaterial(material: Material) {
  return {
    id: String(material.id),
    status: material.status,
    member_id: String(material.memberId),
    item_id: String(material.itemId),
    price: formatYuan(material.priceFen),
    texts: material.texts,
    pictures: material.pictures,
    price_starts_at: material.priceStartsAt?.toISOString() ?? null,
    price_ends_at: material.priceEndsAt?.toISOString() ?? null,
    uploaded_at: material.uploadedAt.toISOString(),
    published_at: material.publishedAt?.toISOString() ?? null,
    modified_at: material.modifiedAt.toISOString(),
    scene_ids: material.scenes.map(String),
    use_scenes: material.useScenes.map(String),
    need_item_count: material.needItemCount,
    title: material.title ?? null,
    tag: material.tag ?? null,
    selling_point: material.sellingPoint ?? null,
    price_structure: material.priceStructure ?? null,
    recommend_reason: material.recommendReason ?? null,
    content_tags: material.contentTags,
  }
}
