import { mulRate, splitByRate } from '@opentbk/top'
import type { OrderState } from './rules.ts'

/** What an order costs its merchant, in fen: commission with the fees and the third party's part in it, service fee. */
export type Amounts = { commissionFen: bigint; feeFen: bigint; serviceFen: bigint }

/** `estimated` from the payment, `due` from what was kept after receipt. */
export type Earnings = { estimated: Amounts; due: Amounts }

export type Rates = { rateBp: number; feeBp: number; shareBp: number | undefined; serviceRateBp: number }

/** What commission is a share of, in fen: what was paid, and what of it was kept after receipt. */
export function basesOf(state: OrderState): { estimatedFen: bigint; dueFen: bigint } {
  const paid = state.paidAt ? state.paidFen : 0n
  return { estimatedFen: paid, dueFen: state.receivedAt ? paid - state.refundedFen : 0n }
}

export function earningsOf(state: OrderState, rates: Rates): Earnings {
  const bases = basesOf(state)
  return { estimated: amountsOf(bases.estimatedFen, rates), due: amountsOf(bases.dueFen, rates) }
}

const NOTHING: Amounts = { commissionFen: 0n, feeFen: 0n, serviceFen: 0n }

/** What is earned on a base. Less than one fen of commission is nothing, and earns no leader a service fee. */
export function amountsOf(baseFen: bigint, rates: Rates): Amounts {
  const commissionFen = mulRate(baseFen, rates.rateBp)
  if (commissionFen < 1n) return NOTHING
  const { second, third } = splitCommission(commissionFen, rates)
  return {
    commissionFen,
    feeFen: second.feeFen + third.feeFen,
    serviceFen: mulRate(baseFen, rates.serviceRateBp),
  }
}

export type Part = { grossFen: bigint; feeFen: bigint }

/** The parts of the promoter and of the third party; each pays its own service fee. */
export function splitCommission(
  commissionFen: bigint,
  { feeBp, shareBp }: Pick<Rates, 'feeBp' | 'shareBp'>,
): { second: Part; third: Part } {
  const { part, rest } = splitByRate(commissionFen, shareBp ?? 0)
  return {
    second: { grossFen: rest, feeFen: mulRate(rest, feeBp) },
    third: { grossFen: part, feeFen: mulRate(part, feeBp) },
  }
}
