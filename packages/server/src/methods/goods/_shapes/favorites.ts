import { list, long, number, object, string } from '@opentbk/top'
import type { CallContext } from '../../../context.ts'
import { listFavorites } from '../../../domain/goods/index.ts'
import { orNone } from './price.ts'

/** 选品库: what a promoter has selected by hand, by name. */
export const favoritesInfo = object(
  'FavoritesInfo',
  {
    total_count: number({ note: 'how many favorites the promoter has', example: 100 }),
    favorites_list: list(
      object('FavoritesDetail', {
        favorites_id: long({ example: 12334 }),
        favorites_title: string({ example: '测试选品库' }),
      }),
    ),
  },
  { note: 'material_id 31519 alone: a page of the promoter’s favorites' },
)

/** A page of the promoter's favorites as the one element of a list of goods; nothing past the last. */
export async function describeFavorites(ctx: CallContext, page: { pageNo: number; pageSize: number }) {
  const { total, materials } = await listFavorites(ctx, page)
  const named = orNone(
    materials.map((material) => ({ favorites_id: material.id, favorites_title: material.name })),
  )
  return { total, info: named && { total_count: total, favorites_list: named } }
}
