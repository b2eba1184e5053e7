import { amountsOf, basesOf, type Part, type Rates, splitCommission } from './earnings.ts'
import type { OrderState } from './rules.ts'

/** What a refund takes back: of the promoter's part of the commission and of the third party's. */
export type Reversal = { second: Part; third: Part }

/**
 * What each of the order's refund cases takes back. Never refund × rate, but what is earned before it less
 * what is earned after it: together exactly what all of them take off the commission.
 */
export function reversalsOf(state: OrderState, rates: Rates): Reversal[] {
  const { estimatedFen } = basesOf(state)
  let backFen = 0n
  let earned = partsOf(estimatedFen, rates)
  return state.refunds.map(({ doneFen }) => {
    backFen += doneFen ?? 0n
    const left = partsOf(backFen > estimatedFen ? 0n : estimatedFen - backFen, rates)
    const reversal = { second: minus(earned.second, left.second), third: minus(earned.third, left.third) }
    earned = left
    return reversal
  })
}

function partsOf(baseFen: bigint, rates: Rates): { second: Part; third: Part } {
  return splitCommission(amountsOf(baseFen, rates).commissionFen, rates)
}

function minus(a: Part, b: Part): Part {
  return { grossFen: a.grossFen - b.grossFen, feeFen: a.feeFen - b.feeFen }
}
