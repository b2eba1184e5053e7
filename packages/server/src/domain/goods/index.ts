export { findCoupon, findCouponByActivity } from './find-coupon.ts'
export { findItems } from './find-items.ts'
export { findOffers, findUpcomingOffers } from './find-offers.ts'
export { findShop, findVenue } from './find-shop.ts'
export { findShopByKey } from './find-shop-by-key.ts'
export { findShopItems, readSoldItems, type SoldItem } from './find-sold-items.ts'
export type { RawRow } from './import/field-reader.ts'
export { BadField, FieldReader } from './import/field-reader.ts'
export type { Batch, RowResult } from './import/import-batch.ts'
export { importCoupons } from './import/import-coupons.ts'
export { importItems } from './import/import-items.ts'
export { importPlans } from './import/import-plans.ts'
export { importShops, type ShopSecret } from './import/import-shops.ts'
export { settleImport } from './import/settle-import.ts'
export type { Coupon, Item, Plan, PlanKind, Shop, Sku, Target } from './item.ts'
export { decodeItemId, encodeItemId } from './item-id.ts'
export { findPageUrl, landingUrl } from './landing-url.ts'
export { listMaterialItems } from './materials/list-material-items.ts'
export { listFavorites, listMaterials } from './materials/list-materials.ts'
export { FAVORITES_LIST_MATERIAL } from './materials/material.ts'
export { parseLanding } from './parse-landing.ts'
export { endCampaignPlans, openCampaignPlan } from './plans/campaign-plan.ts'
export { findPlansAt, type PlannedSale, type PlanThen } from './plans/find-plans-at.ts'
export { pausePlans, resumePlans } from './plans/pause-plans.ts'
export { readItem, readItemId, readItemIds, readLapsedItemIds, readOldItemIds } from './read-item-id.ts'
export { refreshOffers } from './refresh-offers.ts'
export {
  commissionType,
  couponProblem,
  couponTerms,
  couponTitle,
  decideSkuOffer,
  isPromotable,
  type Offer,
  openPromotionPrice,
  type PriceStep,
} from './rules.ts'
export { type Search, type SearchFilter, type SortKey, searchItems } from './search-items.ts'
export {
  listRelatedShops,
  refreshShopFigures,
  type ShopSortKey,
  searchShops,
} from './shops/search-shops.ts'
export { cutWords, searchQuery, searchVector } from './words.ts'
