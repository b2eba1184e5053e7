import type { TestCase, TestModule, Vitest } from 'vitest/node'
import { parseCLI, startVitest } from 'vitest/node'

export interface Counts {
  passed: number
  failed: number
  /** Each skipped test with the reason that it gave. */
  skipped: string[]
}

/**
 * Runs vitest once with a readable report and counts. What fails outside any test (a file that does not load,
 * an error nobody awaited) counts as one failure each, so that it cannot pass unseen.
 */
export async function runTests(
  args: string[],
  overrides: { config?: string; project?: string[] } = {},
): Promise<Counts> {
  const counts: Counts = { passed: 0, failed: 0, skipped: [] }
  const { filter, options } = parseCLI(['vitest', 'run', ...args])
  let ended = false
  const reporter = {
    onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
      ended = true
      for (const module of modules) countModule(module, counts)
      counts.failed += unhandledErrors.length
    },
  }
  const vitest: Vitest = await startVitest('test', filter, {
    ...options,
    ...overrides,
    watch: false,
    passWithNoTests: true,
    reporters: ['default', reporter],
  })
  await vitest.close()
  if (!ended) counts.failed += 1
  return counts
}

export function addCounts(a: Counts, b: Counts): Counts {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: [...a.skipped, ...b.skipped] }
}

/** A run in which no test ran at all is a failed one. */
export function hasFailed({ passed, failed }: Counts): boolean {
  return failed > 0 || passed === 0
}

export function printSkipped({ skipped }: Counts): void {
  for (const line of skipped) process.stdout.write(`skipped: ${line}\n`)
}

function countModule(module: TestModule, counts: Counts): void {
  let failedTests = 0
  for (const test of module.children.allTests()) {
    const { state } = test.result()
    if (state === 'passed') counts.passed += 1
    else if (state === 'failed') failedTests += 1
    else counts.skipped.push(describeSkip(test))
  }
  const failedOutside = failedTests === 0 && module.state() === 'failed'
  counts.failed += failedOutside ? 1 : failedTests
}

function describeSkip(test: TestCase): string {
  const result = test.result()
  const reason = result.state === 'skipped' && result.note ? result.note : 'no reason given'
  return `${test.module.relativeModuleId}: ${test.fullName}: ${reason}`
}
