import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

// A registry mirror may carry the binaries of some platforms only. npm then leaves the others out of the
// lock, and `npm ci` refuses that lock everywhere. What the parent pins exactly is written in here.

interface Entry {
  version?: string
  resolved?: string
  link?: boolean
  dev?: boolean
  optional?: boolean
  os?: string[]
  cpu?: string[]
  libc?: string[]
  optionalDependencies?: Record<string, string>
}
interface Lock {
  packages: Record<string, Entry>
}

const file = join(resolve(import.meta.dirname, '..'), 'package-lock.json')
const systems = [
  'android',
  'darwin',
  'freebsd',
  'linux',
  'openharmony',
  'win32',
  'aix',
  'sunos',
  'netbsd',
  'openbsd',
]
const processors = ['arm64', 'arm', 'x64', 'ia32', 'ppc64', 'riscv64', 's390x', 'loong64', 'mips64el']

function main(): number {
  const lock = JSON.parse(readFileSync(file, 'utf8')) as Lock
  const addresses = Object.entries(lock.packages).filter(([, entry]) => !entry.link && entry.resolved)
  const missing = findMissing(lock)
  if (process.argv.includes('--check'))
    return report(
      addresses.map(([path]) => path),
      missing,
    )
  for (const [, entry] of addresses) delete entry.resolved
  for (const { name, version, dev } of missing)
    lock.packages[`node_modules/${name}`] = entryOf(name, version, dev)
  const sorted = Object.entries(lock.packages).sort(([a], [b]) => (a === b ? 0 : a < b ? -1 : 1))
  writeFileSync(file, `${JSON.stringify({ ...lock, packages: Object.fromEntries(sorted) }, null, 2)}\n`)
  process.stdout.write(
    `package-lock.json: ${missing.length} entries added, ${addresses.length} addresses removed\n`,
  )
  return 0
}

function report(addresses: string[], missing: Missing[]): number {
  for (const path of addresses)
    process.stdout.write(`package-lock.json: ${path} carries a download address\n`)
  for (const { name, version } of missing)
    process.stdout.write(`package-lock.json: no entry for ${name}@${version}\n`)
  if (addresses.length + missing.length === 0) return 0
  process.stdout.write('run: node scripts/lock.ts\n')
  return 1
}

interface Missing {
  name: string
  version: string
  dev: boolean
}

function findMissing({ packages }: Lock): Missing[] {
  return Object.entries(packages).flatMap(([path, entry]) =>
    Object.entries(entry.optionalDependencies ?? {})
      .filter(([name]) => !isResolved(packages, path, name))
      .map(([name, version]) => ({ name, version, dev: entry.dev === true })),
  )
}

/** Looks where Node would: beside the package, then in every folder above it. */
function isResolved(packages: Lock['packages'], from: string, name: string): boolean {
  for (let path = from; ; path = path.slice(0, Math.max(0, path.lastIndexOf('node_modules/') - 1))) {
    if (packages[`${path === '' ? '' : `${path}/`}node_modules/${name}`]) return true
    if (path === '') return false
  }
}

function entryOf(name: string, version: string, dev: boolean): Entry {
  const words = (name.split('/').at(-1) ?? '').split('-')
  const os = systems.find((system) => words.includes(system))
  const cpu = processors.find((processor) => words.includes(processor))
  // Without a system and a processor every machine would try to fetch it.
  if (!os || !cpu || !/^\d/.test(version)) {
    throw new Error(`${name}@${version}: cannot tell its platform or version; add it by hand`)
  }
  const libc = os === 'linux' && words.includes('musl') ? 'musl' : words.includes('gnu') ? 'glibc' : undefined
  return {
    version,
    ...(dev ? { dev } : {}),
    optional: true,
    os: [os],
    cpu: [cpu],
    ...(libc ? { libc: [libc] } : {}),
  }
}

process.exitCode = main()
