// Printed by npm run generate from the files in this folder.
import type { ServerMethod } from './define.ts'
import { itemInfoGet } from './goods/item.info.get.ts'
import { itemInfoUpgradeGet } from './goods/item.info.upgrade.get.ts'
import { materialOptionalUpgrade } from './goods/material.optional.upgrade.ts'
import { couponConvert } from './links/coupon.convert.ts'
import { generalLinkConvert } from './links/general.link.convert.ts'
import { generalLinkParse } from './links/general.link.parse.ts'
import { itemClickExtract } from './links/item.click.extract.ts'
import { itemConvert } from './links/item.convert.ts'
import { privateTpwdCreate } from './links/private.tpwd.create.ts'
import { shopConvert } from './links/shop.convert.ts'
import { spreadGet } from './links/spread.get.ts'
import { tpwdConvert } from './links/tpwd.convert.ts'
import { tpwdCreate } from './links/tpwd.create.ts'
import { tpwdMixCreate } from './links/tpwd.mix.create.ts'
import { tpwdParse } from './links/tpwd.parse.ts'
import { orderDetailsGet } from './orders/order.details.get.ts'
import { orderExplain } from './orders/order.explain.ts'
import { adzoneCreate } from './publishers/adzone.create.ts'
import { scAdzoneQuery } from './publishers/adzone.query.ts'
import { scInvitecodeGet } from './publishers/invitecode.get.ts'
import { scPublisherInfoGet } from './publishers/publisher.info.get.ts'
import { scPublisherInfoSave } from './publishers/publisher.info.save.ts'
import { tbkinfoGet } from './publishers/tbkinfo.get.ts'
import { appipGet } from './system/appip.get.ts'
import { timeGet } from './system/time.get.ts'

export const catalogue: readonly ServerMethod[] = [
  itemInfoGet,
  itemInfoUpgradeGet,
  ...materialOptionalUpgrade,
  ...couponConvert,
  ...generalLinkConvert,
  ...generalLinkParse,
  itemClickExtract,
  itemConvert,
  ...privateTpwdCreate,
  ...shopConvert,
  spreadGet,
  ...tpwdConvert,
  tpwdCreate,
  tpwdMixCreate,
  tpwdParse,
  ...orderDetailsGet,
  orderExplain,
  ...adzoneCreate,
  scAdzoneQuery,
  scInvitecodeGet,
  scPublisherInfoGet,
  scPublisherInfoSave,
  tbkinfoGet,
  appipGet,
  timeGet,
]
