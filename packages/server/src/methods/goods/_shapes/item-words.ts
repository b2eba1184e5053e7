import type { Item } from '../../../domain/goods/index.ts'

/** 1 a mall shop (天猫), 0 any other. */
export function userType(item: Item): number {
  return item.shop.isTmall ? 1 : 0
}

export function flag(value: boolean): string {
  return value ? '1' : '0'
}

/** A year's sales as people read them: `86`, `300+`, `2000+`, `1万+`. */
export function annualVolume(pieces: bigint): string {
  if (pieces >= 10_000n) return `${pieces / 10_000n}万+`
  if (pieces >= 1000n) return `${(pieces / 1000n) * 1000n}+`
  return pieces >= 100n ? `${(pieces / 100n) * 100n}+` : String(pieces)
}
