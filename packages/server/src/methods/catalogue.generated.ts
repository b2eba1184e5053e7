// Printed by npm run generate from the files in this folder.
import type { ServerMethod } from './define.ts'
import { itemInfoGet } from './goods/item.info.get.ts'
import { itemInfoUpgradeGet } from './goods/item.info.upgrade.get.ts'
import { materialOptionalUpgrade } from './goods/material.optional.upgrade.ts'
import { generalLinkConvert } from './links/general.link.convert.ts'
import { generalLinkParse } from './links/general.link.parse.ts'
import { itemClickExtract } from './links/item.click.extract.ts'
import { privateTpwdCreate } from './links/private.tpwd.create.ts'
import { spreadGet } from './links/spread.get.ts'
import { tpwdConvert } from './links/tpwd.convert.ts'
import { tpwdCreate } from './links/tpwd.create.ts'
import { tpwdParse } from './links/tpwd.parse.ts'
import { orderDetailsGet } from './orders/order.details.get.ts'
import { adzoneCreate } from './publishers/adzone.create.ts'
import { tbkinfoGet } from './publishers/tbkinfo.get.ts'
import { appipGet } from './system/appip.get.ts'
import { timeGet } from './system/time.get.ts'

export const catalogue: readonly ServerMethod[] = [
  itemInfoGet,
  itemInfoUpgradeGet,
  ...materialOptionalUpgrade,
  ...generalLinkConvert,
  ...generalLinkParse,
  itemClickExtract,
  ...privateTpwdCreate,
  spreadGet,
  ...tpwdConvert,
  tpwdCreate,
  tpwdParse,
  ...orderDetailsGet,
  ...adzoneCreate,
  tbkinfoGet,
  appipGet,
  timeGet,
]
