/** A payment as the bank is asked for it. */
export type Payment = {
  /** A payment asked for again under the same reference is the same payment. */
  reference: string
  payee: { name: string; bank: string; account: string }
  amountFen: bigint
}

/** What the bank said to a payment: that it has it, that it is done, or that it will not be. */
export type Outcome = { reference: string } & (
  | { state: 'sent' }
  | { state: 'paid'; bankReference: string }
  | { state: 'returned'; reason: string }
)

/** The bank's side of payouts. */
export type BankProvider = {
  readonly name: string
  /**
   * Hands over a batch, whole and in the same order each time. May be asked again for what it has taken
   * already, also by two processes at once, and then must not pay twice. A payment it says nothing about is
   * sent again later.
   */
  submit(batch: { name: string; payments: readonly Payment[] }): Promise<readonly Outcome[]>
}
