import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestServer, type TestServer } from '../setup/server.ts'
import { readSamples } from './api-samples.ts'
import { addBigAdzone, BIG_ADZONE_ID } from './main-job.ts'

const run = promisify(execFile)
const root = resolve(import.meta.dirname, '../../../..')
const consumers = join(import.meta.dirname, 'sdk-consumers')

let server: TestServer
let project: string

// What a user does: pack, install into an empty project, nothing from the network.
beforeAll(async () => {
  project = await mkdtemp(join(tmpdir(), 'opentbk-scratch-'))
  await run('npm', ['pack', '--pack-destination', project], { cwd: join(root, 'packages/sdk') })
  const tarball = (await readdir(project)).find((file) => file.endsWith('.tgz')) as string
  await writeFile(join(project, 'package.json'), '{ "name": "scratch", "private": true, "type": "module" }\n')
  await run('npm', ['install', '--offline', '--ignore-scripts', `./${tarball}`], { cwd: project })
  await cp(consumers, project, { recursive: true })
  server = await startTestServer()
}, 120_000)

afterAll(async () => {
  await server.close()
  await rm(project, { recursive: true, force: true })
})

test('the package brings JavaScript, declarations and nothing else', async () => {
  const installed = (await readdir(join(project, 'node_modules'))).filter((name) => !name.startsWith('.'))
  expect(installed).toEqual(['@opentbk'])
  expect(await readdir(join(project, 'node_modules/@opentbk'))).toEqual(['sdk'])
  const files = await readdir(join(project, 'node_modules/@opentbk/sdk'), { recursive: true })
  const isExpected = (file: string) =>
    /^(dist(\/top)?|package\.json|README\.md|dist\/.+(\.js|\.d\.ts))$/.test(file)
  expect(files.filter((file) => !isExpected(file.replaceAll('\\', '/')))).toEqual([])
  const { dependencies } = JSON.parse(
    await readFile(join(project, 'node_modules/@opentbk/sdk/package.json'), 'utf8'),
  ) as { dependencies?: object }
  expect(dependencies).toBeUndefined()
})

test('plain JavaScript does a job with it: search, link, 淘口令, refusals', async () => {
  await addBigAdzone(server)
  const { app, gateway } = server.demo
  const env = { ...process.env, GATEWAY: gateway, APP_KEY: app.key, APP_SECRET: app.secret }
  const { stdout } = await run(process.execPath, ['job.mjs', BIG_ADZONE_ID], { cwd: project, env })
  expect(JSON.parse(stdout)).toEqual({
    found: 3,
    linkIsOurs: true,
    parsedIsLink: true,
    unknownMethod: 22,
    refusal: { name: 'TopApiError', code: 40, subCode: 'isv.missing-parameter:pid', retryable: false },
  })
}, 30_000)

test('its declarations type-check, with Node’s types and in a browser, and so do all samples', async () => {
  const samples = join(project, 'samples')
  await mkdir(samples)
  for (const { method, typescript } of await readSamples()) {
    await writeFile(join(samples, `${method}.ts`), typescript)
  }
  const strict = {
    target: 'ES2022',
    module: 'NodeNext',
    strict: true,
    noEmit: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    typeRoots: [join(root, 'node_modules/@types')],
  }
  const node = {
    compilerOptions: { ...strict, lib: ['ES2022'], types: ['node'] },
    include: ['*.mts', 'samples'],
  }
  const browser = { compilerOptions: { ...strict, lib: ['ES2022', 'DOM'], types: [] }, include: ['*.mts'] }
  expect(await compile('node', node)).toBe('')
  expect(await compile('browser', browser)).toBe('')
}, 120_000)

/** What the compiler complains about. */
async function compile(name: string, config: object): Promise<string> {
  const file = join(project, `tsconfig.${name}.json`)
  await writeFile(file, JSON.stringify(config))
  const compiler = join(root, 'node_modules/typescript/bin/tsc')
  try {
    await run(process.execPath, [compiler, '-p', file], { cwd: project })
    return ''
  } catch (error) {
    return String((error as { stdout?: string }).stdout || error)
  }
}
