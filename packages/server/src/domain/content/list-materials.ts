import type { Context } from '../../context.ts'
import { findMember } from '../publishers/index.ts'
import type { Material } from './material.ts'
import { countPublished, type PublishedFilter, selectPublished } from './rows.ts'

export type PublishedMaterial = Material & { publishedAt: Date; authorName: string }

/** The approved materials that a filter lets through, the newest first: a page, and how many in all. */
export async function listMaterials(
  ctx: Context,
  query: PublishedFilter & { pageNo: number; pageSize: number },
): Promise<{ totalCount: number; materials: PublishedMaterial[] }> {
  const { pageNo, pageSize, ...filter } = query
  const [totalCount, found] = await Promise.all([
    countPublished(ctx.store.read, filter),
    selectPublished(ctx.store.read, filter, { offset: (pageNo - 1) * pageSize, limit: pageSize }),
  ])
  const materials = await Promise.all(
    found.map(async (material) => ({
      ...material,
      publishedAt: material.publishedAt as Date,
      authorName: (await findMember(ctx, material.memberId))?.name ?? '',
    })),
  )
  return { totalCount, materials }
}
