import { Refusal } from '@opentbk/top'
import type { CallContext, Context } from '../../../context.ts'
import { cacheKind } from '../../../store/caches.ts'
import { selectMatches } from '../search-rows.ts'
import { searchQuery } from '../words.ts'
import { findMaterial } from './list-materials.ts'
import { FAVORITES_MATERIAL, type Material, type MaterialRule, SIMILAR_MATERIAL } from './material.ts'
import { selectListedItems } from './material-rows.ts'
import { selectSimilar } from './select-similar.ts'

/** What is asked for: a selection by its id, goods like an item, or the goods of one's favorites. */
type MaterialAsked = {
  materialId: bigint
  /** For SIMILAR_MATERIAL alone. */
  itemId?: bigint | undefined
  /** For FAVORITES_MATERIAL alone. */
  favoritesId?: string | undefined
}

/** Selected goods stay as they are for this long: the pages of one look fit together, and work is shared. */
const KEEP_MS = 300_000
const selections = cacheKind<string, Selection>(['materials', 'material_items', 'plan_pauses'], 500)

/** A selection being worked out or known: who asks meanwhile waits for the same work. */
type Selection = { ids: Promise<readonly bigint[]> }

/** Anybody's: a selection is chosen by what is open to every promoter. */
const NOBODY = 0n

/** A page of a selection's goods, in its order, and how many it holds. An unknown selection is refused. */
export async function listMaterialItems(
  ctx: CallContext,
  asked: MaterialAsked,
  page: { pageNo: number; pageSize: number },
): Promise<{ total: number; itemIds: bigint[] }> {
  const ids = await selectIds(ctx, asked)
  const from = (page.pageNo - 1) * page.pageSize
  return { total: ids.length, itemIds: ids.slice(from, from + page.pageSize) }
}

async function selectIds(ctx: CallContext, asked: MaterialAsked): Promise<readonly bigint[]> {
  const { materialId, itemId, favoritesId } = asked
  if ((itemId !== undefined) !== (materialId === SIMILAR_MATERIAL))
    throw new Refusal('material.unknown', `相似推荐须同传item_id与material_id=${SIMILAR_MATERIAL}`)
  if ((favoritesId !== undefined) !== (materialId === FAVORITES_MATERIAL))
    throw new Refusal('material.unknown', `选品库须同传favorites_id与material_id=${FAVORITES_MATERIAL}`)
  if (itemId !== undefined) return selectSimilar(ctx, itemId)
  const isFavorites = favoritesId !== undefined
  const id = isFavorites ? readId(favoritesId) : materialId
  const material = id === undefined ? undefined : await findMaterial(ctx, id)
  // Another's favorites answer like unknown ones.
  const owner = isFavorites ? ctx.promoterId : undefined
  if (material?.kind !== 'goods' || material.memberId !== owner)
    throw new Refusal('material.unknown', favoritesId ?? String(materialId))
  return selectOf(ctx, material)
}

function readId(text: string): bigint | undefined {
  return /^\d{1,18}$/.test(text) ? BigInt(text) : undefined
}

async function selectOf(ctx: Context, material: Material): Promise<readonly bigint[]> {
  const now = ctx.clock.now()
  const slot = Math.floor(now.getTime() / KEEP_MS)
  const load = () =>
    material.rule === undefined
      ? selectListedItems(ctx.store.read, material.id)
      : selectByRule(ctx, material.rule, now)
  const held = await ctx.caches.read(selections, `${material.id}:${slot}`, async () => ({ ids: load() }))
  return held.ids.catch(() => {
    // What failed is not kept: the next look works it out again.
    held.ids = load()
    return held.ids
  })
}

async function selectByRule(ctx: Context, rule: MaterialRule, at: Date): Promise<bigint[]> {
  const { itemIds } = await selectMatches(ctx.store.read, {
    filter: rule.filter,
    sort: rule.sort,
    query: rule.filter.q === undefined ? undefined : searchQuery(rule.filter.q),
    memberId: NOBODY,
    at,
    maxTotal: rule.limit,
    offset: 0,
    limit: rule.limit,
  })
  return itemIds
}
