import { printSkipped, runTests } from './run-tests.ts'

async function main(): Promise<number> {
  const args = process.argv.slice(2)
  process.env.OPENTBK_TEST_STORE = 'private'
  const counts = await runTests(args, { config: 'vitest.proof.config.ts' })
  printSkipped(counts)
  process.stdout.write(`proof: ${counts.passed} passed, ${counts.failed} failed\n`)
  // That no proof is written yet is no failure; that the named one does not exist is.
  return counts.failed > 0 || (args.length > 0 && counts.passed === 0) ? 1 : 0
}

process.exitCode = await main()
