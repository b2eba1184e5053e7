import { spawn } from 'node:child_process'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..')
const atOnce = 2

interface Step {
  name: string
  /** A program under node_modules or scripts, with its arguments. */
  command: string[]
}

interface Outcome {
  step: Step
  ok: boolean
  output: string
  seconds: number
}

const steps: Step[] = [
  { name: 'types', command: ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json'] },
  { name: 'dead code', command: ['node_modules/knip/bin/knip.js', '--no-progress'] },
  {
    name: 'format and lint',
    command: ['node_modules/@biomejs/biome/bin/biome', 'ci', '--error-on-warnings', '--colors=off'],
  },
  { name: 'generated files', command: ['scripts/generate.ts', '--check'] },
  { name: 'import rules', command: ['scripts/check-imports.ts'] },
  { name: 'lock file', command: ['scripts/lock.ts', '--check'] },
]

async function main(): Promise<number> {
  const waiting = [...steps]
  const outcomes: Outcome[] = []
  const work = async (): Promise<void> => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      const outcome = await run(step)
      outcomes.push(outcome)
      print(outcome)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  const failed = outcomes.filter(({ ok }) => !ok).map(({ step }) => step.name)
  process.stdout.write(failed.length === 0 ? 'check: all passed\n' : `check: failed: ${failed.join(', ')}\n`)
  return failed.length === 0 ? 0 : 1
}

function run(step: Step): Promise<Outcome> {
  const [program = '', ...args] = step.command
  const startedAt = performance.now()
  return new Promise((resolveOutcome) => {
    const child = spawn(process.execPath, [join(root, program), ...args], { cwd: root })
    let output = ''
    const collect = (chunk: Buffer): void => {
      output += chunk.toString()
    }
    child.stdout.on('data', collect)
    child.stderr.on('data', collect)
    const finish = (ok: boolean): void =>
      resolveOutcome({ step, ok, output, seconds: (performance.now() - startedAt) / 1000 })
    child.on('error', (error) => {
      output += `${program} could not be started: ${error.message}\n`
      finish(false)
    })
    child.on('close', (code) => finish(code === 0))
  })
}

function print({ step, ok, output, seconds }: Outcome): void {
  process.stdout.write(`${ok ? 'ok  ' : 'FAIL'} ${step.name} (${seconds.toFixed(1)} s)\n`)
  if (!ok) process.stdout.write(`${output.trimEnd()}\n\n`)
}

process.exitCode = await main()
