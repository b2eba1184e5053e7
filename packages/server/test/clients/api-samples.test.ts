import { execFile, spawnSync } from 'node:child_process'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { methods } from '../../src/methods/index.ts'
import { startTestServer, type TestServer, type Wire } from '../setup/server.ts'
import { readSamples } from './api-samples.ts'

const run = promisify(execFile)
/** What a call meets before its arguments are looked at: verb to package. A sample is past all that. */
const gateCodes = new Set([9, 11, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 47])
const programs = ['bash', 'curl', 'openssl', 'awk', 'sed', 'sort']

let server: TestServer

beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

test('every method has a page, and every page a method', async () => {
  expect((await readSamples()).map(({ method }) => method)).toEqual([...methods.keys()].sort())
})

test('the sample in curl of every page is a rightly signed call', async ({ skip }) => {
  const missing = programs.filter((name) => spawnSync(name, ['--version']).error !== undefined)
  if (missing.length > 0) skip(`the samples need ${missing.join(', ')}`)
  const { app, provider_app: provider, gateway } = server.demo
  for (const { method, curl } of await readSamples()) {
    const own = methods.get(method)?.session === 'required' ? provider : app
    const env = {
      ...process.env,
      GATEWAY: gateway,
      APP_KEY: own.key,
      APP_SECRET: own.secret,
      SESSION: provider.session,
    }
    const { stdout } = await run('bash', ['-c', `set -euo pipefail\n${curl}`], { env })
    const answer = JSON.parse(stdout) as Wire
    expect(Object.keys(answer), method).toHaveLength(1)
    expect(gateCodes.has(answer.error_response?.code), `${method}: ${stdout}`).toBe(false)
  }
}, 120_000)
