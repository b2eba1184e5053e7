export type MaterialStatus = 'pending' | 'approved' | 'rejected'

/** Where a material may be used: 3 groups, 4 moments, 5 apps, 6 anywhere in a guide, 7 promotion. */
export const useScenes = [3, 4, 5, 6, 7] as const
export const scenes = [1, 3] as const

/** What the operator says of a material when it is approved. */
export type Editing = {
  scenes: number[]
  useScenes: number[]
  /** How many pieces must be bought for the price. */
  needItemCount: number
  title: string | undefined
  tag: string | undefined
  sellingPoint: string | undefined
  priceStructure: string | undefined
  recommendReason: string | undefined
  contentTags: string[]
}

/** What a promoter uploads: an item at a price, with texts and pictures to share. */
export type Upload = {
  itemId: bigint
  priceFen: bigint
  texts: readonly string[]
  pictures: readonly string[]
  priceStartsAt: Date | undefined
  priceEndsAt: Date | undefined
}

export type Material = Upload &
  Editing & {
    id: bigint
    memberId: bigint
    status: MaterialStatus
    uploadedAt: Date
    publishedAt: Date | undefined
    modifiedAt: Date
  }
