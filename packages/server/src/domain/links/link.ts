/** What a promotion link leads to. Every target belongs to one shop. */
export type LinkTarget =
  | { kind: 'item'; itemId: bigint; shopId: bigint }
  | { kind: 'shop'; shopId: bigint }
  | { kind: 'venue'; venueId: bigint; shopId: bigint }

/** 1 ordinary promotion, 2 price comparison, 3 item-library guide: carried by the link, told when it is read. */
export type BizScene = 1 | 2 | 3 | 4

/** Who has a share of what a tripartite (三方) link earns: their place, and the share of the gross commission. */
export type ThirdParty = { memberId: bigint; siteId: bigint; adzoneId: bigint; shareBp: number }

/** All that a promotion link carries. */
export type Link = {
  memberId: bigint
  siteId: bigint
  adzoneId: bigint
  target: LinkTarget
  couponId: bigint | undefined
  relationId: bigint | undefined
  specialId: bigint | undefined
  skuId: bigint | undefined
  externalId: string | undefined
  uvid: string | undefined
  /** Asks for the shop's general plan though a better one may be open (dx=1). */
  generalOnly: boolean
  bizScene: BizScene
  /** Of tripartite links alone, frozen from the agreement in force when the link was made. */
  third: ThirdParty | undefined
  /** Made with the console's link tool, not by an app: it needs no link package to count. */
  isFromTool: boolean
  issuedAt: Date
}

/** External ids and uvids must leave the link short enough to share. */
export const MAX_MARK_BYTES = 64
