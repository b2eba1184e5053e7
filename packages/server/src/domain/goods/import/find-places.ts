import type { Db } from '../../../store/store.ts'
import { BadField, FieldReader, type RawRow } from './field-reader.ts'
import { type ImportShop, selectCategoryIds, selectImportShops, selectItemIds } from './place-rows.ts'

/** What the rows of a batch name: looked up at once, asked for row by row. */
export type Places = {
  shop(row: FieldReader): ImportShop
  categoryId(row: FieldReader): bigint
  optionalCategoryId(row: FieldReader): bigint | undefined
  /** The item of a shop that the row names by `outer_id`; none where it names none. */
  optionalItemId(row: FieldReader, shop: ImportShop): bigint | undefined
}

/** With a shop's id every row is that shop's and names none; otherwise `shop` is a shop's key or number. */
export async function findPlaces(
  db: Db,
  rows: readonly RawRow[],
  known: { shopId?: bigint | undefined; withItems?: boolean },
): Promise<Places> {
  const shops = await findShops(db, rows, known.shopId)
  const categories = await selectCategoryIds(
    db,
    each(rows, (row) => row.optionalId('category_id')),
  )
  const names = known.withItems
    ? each(rows, (row) => {
        const outerId = row.optionalText('outer_id')
        return outerId === undefined ? undefined : { shopId: shops(row).id, outerId }
      })
    : []
  const items = await selectItemIds(db, names)
  const optionalCategoryId = (row: FieldReader) => {
    const id = row.optionalId('category_id')
    if (id !== undefined && !categories.has(id)) throw new BadField('category_id', 'unknown')
    return id
  }
  return {
    shop: shops,
    optionalCategoryId,
    categoryId(row) {
      const id = optionalCategoryId(row)
      if (id === undefined) throw new BadField('category_id', 'missing')
      return id
    },
    optionalItemId(row, shop) {
      const outerId = row.optionalText('outer_id')
      if (outerId === undefined) return undefined
      const id = items.get(`${shop.id} ${outerId}`)
      if (id === undefined) throw new BadField('outer_id', 'the shop has no such item')
      return id
    },
  }
}

async function findShops(
  db: Db,
  rows: readonly RawRow[],
  shopId: bigint | undefined,
): Promise<(row: FieldReader) => ImportShop> {
  const named = shopId === undefined ? each(rows, (row) => row.optionalText('shop')) : []
  const numbers = named.filter((name) => /^[1-9]\d{0,17}$/.test(name)).map(BigInt)
  const shops = await selectImportShops(db, {
    keys: [...new Set(named)],
    ids: shopId === undefined ? [...new Set(numbers)] : [shopId],
  })
  const only = shopId === undefined ? undefined : shops[0]
  const byName = new Map(shops.flatMap((shop) => [[String(shop.id), shop] as const]))
  for (const shop of shops) byName.set(shop.shopKey, shop)
  return (row) => {
    const shop = only ?? byName.get(row.text('shop'))
    if (!shop) throw new BadField('shop', 'unknown: neither the key nor the number of a shop')
    return shop
  }
}

// A field that cannot be read is refused when its row is; here it names nothing.
function each<Value>(rows: readonly RawRow[], read: (row: FieldReader) => Value | undefined): Value[] {
  return rows.flatMap((raw) => {
    try {
      return read(new FieldReader(raw)) ?? []
    } catch (error) {
      if (error instanceof BadField) return []
      throw error
    }
  })
}
