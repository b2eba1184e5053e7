/** What went wrong, said to the person at the browser: both languages, and the field if it is one's fault. */
export class ShopProblem extends Error {
  readonly status: number
  readonly chinese: string
  readonly field: string | undefined

  constructor(status: number, said: { chinese: string; english: string; field?: string }) {
    super(said.english)
    this.name = 'ShopProblem'
    this.status = status
    this.chinese = said.chinese
    this.field = said.field
  }
}

export function badField(field: string, said: { chinese: string; english: string }): ShopProblem {
  return new ShopProblem(400, { ...said, field })
}

export function notFound(chinese: string, english: string): ShopProblem {
  return new ShopProblem(404, { chinese, english })
}

/** The request is well-formed, but the order or the goods do not allow it now. */
export function notNow(chinese: string, english: string): ShopProblem {
  return new ShopProblem(409, { chinese, english })
}
