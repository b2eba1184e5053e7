import { invalidArgument, Refusal, refusals } from '@opentbk/top'

export const MAX_ELEMENTS = 20

/** What a failed element of a list says in place of its links; the call itself goes on. */
export type ElementFailure = { code: number; msg: string }

/** Runs one element of a list; a refusal is its answer, anything else ends the call. */
export async function eachOnItsOwn<In, Out>(
  inputs: readonly In[],
  run: (input: In) => Promise<Out>,
): Promise<(Out | ElementFailure)[]> {
  return Promise.all(
    inputs.map(async (input) => {
      try {
        return await run(input)
      } catch (error) {
        // A busy server is nobody's element: the whole call is to be made again.
        if (!(error instanceof Refusal) || error.refusal === 'server.busy') throw error
        return failureOf(error)
      }
    }),
  )
}

function failureOf(refusal: Refusal): ElementFailure {
  const { subCode, subMsg } = refusals[refusal.refusal]
  const msg = refusal.detail === undefined ? subMsg : `${subMsg}：${refusal.detail}`
  // The wire's element code is a number; what has a text code in the table is a matter of the argument.
  return { code: /^\d+$/.test(subCode) ? Number(subCode) : 41, msg }
}

/** The values of a comma list, at most twenty. */
export function splitList(name: string, text: string | undefined): string[] {
  const values = (text ?? '').split(',').flatMap((value) => value.trim() || [])
  if (values.length > MAX_ELEMENTS) throw invalidArgument(name, `最多${MAX_ELEMENTS}个`)
  return values
}
