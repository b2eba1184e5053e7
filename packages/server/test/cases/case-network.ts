import { expect } from 'vitest'
import { type DaysNetwork, endDay } from '../figures/days-network.ts'
import { type Answer, askAsOperator } from '../sandbox/operator.ts'
import type { Wire } from '../setup/server.ts'

type OnServer = Pick<DaysNetwork, 'server'>

/** A setting that the checks go by, as an operator sets it. */
export async function set({ server }: OnServer, name: string, value: number): Promise<void> {
  const body = { value, reason: '试运行' }
  const answer = await askAsOperator(server, `/admin/v1/settings/${name}`, { method: 'PUT', body })
  expect(answer.status).toBe(200)
}

/** What an operator's door of cases answers. */
export function askCases({ server }: OnServer, path = '', body?: Wire): Promise<Answer> {
  return askAsOperator(server, `/admin/v1/cases${path}`, body === undefined ? {} : { body })
}

/** Ends the day; the cases that its end raised. */
export async function casesOfToday(network: OnServer): Promise<Wire[]> {
  const day = await endDay(network)
  const { body } = await askCases(network, '?limit=200')
  return body.cases.filter((one: Wire) => one.day === day)
}
