import { Refusal, refusals } from '@opentbk/top'

/** What a failed element of a list says in place of its links; the others go on. */
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
