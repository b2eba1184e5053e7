import type { CallContext, Context } from '../../../context.ts'
import { cacheKind } from '../../../store/caches.ts'
import type { Material, MaterialKind } from './material.ts'
import { selectMaterial, selectMaterials } from './material-rows.ts'

type Page = { pageNo: number; pageSize: number }

const materials = cacheKind<bigint, Material | undefined>(['materials'], 5000)

/** A selection for everybody or one publisher's favorites, while it runs. */
export async function findMaterial(ctx: Context, id: bigint): Promise<Material | undefined> {
  const material = await ctx.caches.read(materials, id, () => selectMaterial(ctx.store.read, id))
  const now = ctx.clock.now()
  return material && material.startsAt <= now && now < material.endsAt ? material : undefined
}

/** A page of the selections of one subject that are for everybody, and how many there are. */
export async function listMaterials(
  ctx: Context,
  { kind, subject, ...page }: { kind: MaterialKind; subject: number } & Page,
): Promise<{ total: number; materials: Material[] }> {
  return selectMaterials(ctx.store.read, { memberId: undefined, kind, subject }, bounds(ctx, page))
}

/** A page of the promoter's own favorites, and how many there are. */
export async function listFavorites(
  ctx: CallContext,
  page: Page,
): Promise<{ total: number; materials: Material[] }> {
  const listed = { memberId: ctx.promoterId, kind: 'goods' as const, subject: undefined }
  return selectMaterials(ctx.store.read, listed, bounds(ctx, page))
}

function bounds(ctx: Context, { pageNo, pageSize }: Page) {
  return { at: ctx.clock.now(), offset: (pageNo - 1) * pageSize, limit: pageSize }
}
