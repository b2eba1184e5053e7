import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, resolve } from 'node:path'

// Node runs no TypeScript under node_modules, and a packed SDK depends on nothing: so it is compiled together
// with the modules of the wire kernel that it uses, into packages/sdk/dist.

const root = resolve(import.meta.dirname, '..')
const dist = join(root, 'packages/sdk/dist')

function main(): number {
  const stage = mkdtempSync(join(tmpdir(), 'opentbk-sdk-'))
  try {
    cpSync(join(root, 'packages/sdk/src'), stage, { recursive: true })
    cpSync(join(root, 'packages/top/src'), join(stage, 'top'), { recursive: true })
    for (const path of listSources(stage)) {
      writeFileSync(path, withPlainImports(readFileSync(path, 'utf8'), path, stage))
    }
    writeFileSync(join(stage, 'package.json'), '{ "type": "module" }\n')
    writeFileSync(join(stage, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['index.ts'] }))
    rmSync(dist, { recursive: true, force: true })
    const compiler = join(root, 'node_modules/typescript/bin/tsc')
    const args = [compiler, '-p', join(stage, 'tsconfig.json'), '--outDir', dist]
    return spawnSync(process.execPath, args, { stdio: 'inherit' }).status ?? 1
  } finally {
    rmSync(stage, { recursive: true, force: true })
  }
}

// What Node 18 and browsers have, and nothing newer; only what index.ts reaches is compiled.
const compilerOptions = {
  target: 'ES2022',
  lib: ['ES2022', 'DOM'],
  module: 'NodeNext',
  moduleResolution: 'NodeNext',
  rootDir: '.',
  declaration: true,
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  verbatimModuleSyntax: true,
  types: [],
}

/** Imports as compiled code has them, in the declarations too: `.js`, and the kernel beside the SDK. */
function withPlainImports(source: string, path: string, stage: string): string {
  const depth = relative(stage, path).split(/[\\/]/).length - 1
  const here = depth === 0 ? './' : '../'.repeat(depth)
  return source
    .replaceAll("'@opentbk/top/client'", `'${here}top/client.ts'`)
    .replace(/(from '\.[^']*)\.ts'/g, "$1.js'")
}

function listSources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name))
}

process.exitCode = main()
