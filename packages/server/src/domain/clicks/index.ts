export { clickIdOnWire, parseClickId } from './click-id.ts'
export { recordClick } from './record-click.ts'
export { type ClickSeen, selectClicks, selectShopperClicks } from './rows.ts'
export { newShopperId, readShopperCookie, SHOPPER_COOKIE, writeShopperCookie } from './shopper-cookie.ts'
