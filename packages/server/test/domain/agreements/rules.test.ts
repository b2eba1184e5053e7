import { describe, expect, test } from 'vitest'
import { whyNot } from '../../../src/domain/agreements/rules.ts'

const OFFERER = 1n
const OTHER = 2n
const decisions = ['accept', 'refuse', 'end'] as const

// What each party may do in each state.
const allowed = {
  offered: { [String(OFFERER)]: ['end'], [String(OTHER)]: ['accept', 'refuse'] },
  accepted: { [String(OFFERER)]: ['end'], [String(OTHER)]: ['end'] },
  refused: { [String(OFFERER)]: [], [String(OTHER)]: [] },
  ended: { [String(OFFERER)]: [], [String(OTHER)]: [] },
} as const

describe.each(Object.keys(allowed) as (keyof typeof allowed)[])('%s', (state) => {
  test.each([OFFERER, OTHER])('by party %s', (memberId) => {
    const agreement = { state, offeredBy: OFFERER }
    const may = decisions.filter((decision) => whyNot(agreement, decision, memberId) === undefined)
    expect(may.sort()).toEqual([...(allowed[state][String(memberId)] ?? [])].sort())
  })
})
