/** A channel is whom a publisher promotes through (relation_id), or one of the publisher's members (special_id). */
export type ChannelKind = 'relation' | 'special'

/** Where a filing was made: in general, in one of the deal apps, or offline. */
export const relationApps = ['common', 'etao', 'minietao', 'offlineShop', 'offlinePerson'] as const
export type RelationApp = (typeof relationApps)[number]

/** What an offline channel registers; kept sealed. */
export type RegisterInfo = {
  phoneNumber: string
  province: string
  city: string
  location: string
  detailAddress: string
  career?: string | undefined
  shopType?: string | undefined
  shopName?: string | undefined
  shopCertifyType?: string | undefined
  certifyNumber?: string | undefined
}

/** A publisher's filed channel or member, as that publisher may see it. */
export type Channel = {
  id: bigint
  kind: ChannelKind
  name: string
  /** Shortened to its ends: the account is somebody else's. */
  accountName: string
  relationApp: RelationApp
  createdAt: Date
  offlineScene: number | undefined
  onlineScene: number | undefined
  note: string | undefined
  rtag: string | undefined
  punishStatus: number
  registerInfo: RegisterInfo | undefined
}

/** A name with only its ends left: `s**x`. */
export function maskName(name: string): string {
  const chars = [...name]
  return chars.length < 2 ? `${name}**` : `${chars[0]}**${chars.at(-1)}`
}
