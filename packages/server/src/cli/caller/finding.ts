/** One sentence about one thing, in both languages. */
export type Finding = { ok: boolean; text: string }

export const fine = (text: string): Finding => ({ ok: true, text })
export const problem = (text: string): Finding => ({ ok: false, text })
