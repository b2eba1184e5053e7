// Printed by npm run generate from the files in this folder.
import type { ServerMethod } from './define.ts'
import { sfGroupActivityCallback } from './communities/sf.group.activity.callback.ts'
import { sfGroupActivityGet } from './communities/sf.group.activity.get.ts'
import { sfGroupStatusReport } from './communities/sf.group.status.report.ts'
import { contentMaterial } from './content/content.material.ts'
import { contentMaterialUpload } from './content/content.material.upload.ts'
import { couponGet } from './goods/coupon.get.ts'
import { itemDetailsGet } from './goods/item.details.get.ts'
import { itemDetailsUpgradeGet } from './goods/item.details.upgrade.get.ts'
import { itemInfoGet } from './goods/item.info.get.ts'
import { itemInfoUpgradeGet } from './goods/item.info.upgrade.get.ts'
import { itemRuleGet } from './goods/item.rule.get.ts'
import { itemidCouponGet } from './goods/itemid.coupon.get.ts'
import { itemidIneffectiveTransform } from './goods/itemid.ineffective.transform.ts'
import { itemidPrivateTransform } from './goods/itemid.private.transform.ts'
import { itemidTransform } from './goods/itemid.transform.ts'
import { materialOptional } from './goods/material.optional.ts'
import { materialOptionalUpgrade } from './goods/material.optional.upgrade.ts'
import { materialRecommend } from './goods/material.recommend.ts'
import { optimusMaterial } from './goods/optimus.material.ts'
import { optimusTouMaterialIdsGet } from './goods/optimus.tou.material.ids.get.ts'
import { shopGet } from './goods/shop.get.ts'
import { shopRecommendGet } from './goods/shop.recommend.get.ts'
import { skuBestCoupon } from './goods/sku.best.coupon.ts'
import { contentGeneralLinkConvert } from './links/content.general.link.convert.ts'
import { couponConvert } from './links/coupon.convert.ts'
import { generalLinkConvert } from './links/general.link.convert.ts'
import { generalLinkParse } from './links/general.link.parse.ts'
import { itemClickExtract } from './links/item.click.extract.ts'
import { itemConvert } from './links/item.convert.ts'
import { itemShareConvert } from './links/item.share.convert.ts'
import { privateTpwdCreate } from './links/private.tpwd.create.ts'
import { shopConvert } from './links/shop.convert.ts'
import { shopShareConvert } from './links/shop.share.convert.ts'
import { spreadGet } from './links/spread.get.ts'
import { tpwdConvert } from './links/tpwd.convert.ts'
import { tpwdCreate } from './links/tpwd.create.ts'
import { tpwdMixCreate } from './links/tpwd.mix.create.ts'
import { tpwdParse } from './links/tpwd.parse.ts'
import { tpwdShareConvert } from './links/tpwd.share.convert.ts'
import { cpOrderDetailsGet } from './orders/cp.order.details.get.ts'
import { newuserOrderGet } from './orders/newuser.order.get.ts'
import { newuserOrderSum } from './orders/newuser.order.sum.ts'
import { orderDetailsGet } from './orders/order.details.get.ts'
import { orderExplain } from './orders/order.explain.ts'
import { orderRefundGet } from './orders/order.refund.get.ts'
import { punishOrderGet } from './orders/punish.order.get.ts'
import { relationRefundGet } from './orders/relation.refund.ts'
import { adzoneCreate } from './publishers/adzone.create.ts'
import { scAdzoneQuery } from './publishers/adzone.query.ts'
import { scInvitecodeGet } from './publishers/invitecode.get.ts'
import { scMembergroupOptional } from './publishers/membergroup.optional.ts'
import { scPublisherInfoGet } from './publishers/publisher.info.get.ts'
import { scPublisherInfoSave } from './publishers/publisher.info.save.ts'
import { tbkinfoGet } from './publishers/tbkinfo.get.ts'
import { appipGet } from './system/appip.get.ts'
import { timeGet } from './system/time.get.ts'
import { topAuthTokenCreate } from './system/top.auth.token.create.ts'
import { topAuthTokenRefresh } from './system/top.auth.token.refresh.ts'

export const catalogue: readonly ServerMethod[] = [
  sfGroupActivityCallback,
  sfGroupActivityGet,
  sfGroupStatusReport,
  ...contentMaterial,
  contentMaterialUpload,
  couponGet,
  itemDetailsGet,
  itemDetailsUpgradeGet,
  itemInfoGet,
  itemInfoUpgradeGet,
  itemRuleGet,
  itemidCouponGet,
  itemidIneffectiveTransform,
  itemidPrivateTransform,
  itemidTransform,
  ...materialOptional,
  ...materialOptionalUpgrade,
  ...materialRecommend,
  ...optimusMaterial,
  optimusTouMaterialIdsGet,
  shopGet,
  shopRecommendGet,
  skuBestCoupon,
  contentGeneralLinkConvert,
  ...couponConvert,
  ...generalLinkConvert,
  ...generalLinkParse,
  itemClickExtract,
  itemConvert,
  itemShareConvert,
  ...privateTpwdCreate,
  ...shopConvert,
  shopShareConvert,
  spreadGet,
  ...tpwdConvert,
  tpwdCreate,
  tpwdMixCreate,
  tpwdParse,
  tpwdShareConvert,
  ...cpOrderDetailsGet,
  ...newuserOrderGet,
  ...newuserOrderSum,
  ...orderDetailsGet,
  orderExplain,
  ...orderRefundGet,
  ...punishOrderGet,
  ...relationRefundGet,
  ...adzoneCreate,
  scAdzoneQuery,
  scInvitecodeGet,
  scMembergroupOptional,
  scPublisherInfoGet,
  scPublisherInfoSave,
  tbkinfoGet,
  appipGet,
  timeGet,
  topAuthTokenCreate,
  topAuthTokenRefresh,
]
