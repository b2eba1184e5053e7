import { constants } from 'node:fs'
import { access, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type Finding, fine, problem } from './finding.ts'

// Whoever reads one of these is the network's owner or operator.
const SECRET_FILES = ['key', 'postgres.password', 'demo.json']
const OTHERS = 0o077

/** That the data folder can be used, and that nobody else reads what is secret in it. */
export async function checkFolder(dataDir: string): Promise<Finding[]> {
  const existing = await nearestFolder(dataDir)
  const { R_OK, W_OK, X_OK } = constants
  const isUsable = await access(existing, R_OK | W_OK | X_OK).then(
    () => true,
    () => false,
  )
  if (!isUsable) return [problem(`${existing} cannot be written by this user. / 当前用户无权写入。`)]
  if (existing !== dataDir) {
    return [
      fine(`The data folder ${dataDir} is not there yet and can be made. / 数据目录尚不存在，可以创建。`),
    ]
  }
  if (!(await stat(dataDir)).isDirectory()) return [problem(`${dataDir} is no folder. / 不是目录。`)]
  const open = await openFiles(dataDir)
  return [
    fine(`The data folder ${dataDir} can be written. / 数据目录可写。`),
    ...open.map((path) =>
      problem(`${path} can be read by others: chmod 600 it. / 他人可读，请执行 chmod 600。`),
    ),
  ]
}

export async function hasPrivateData(dataDir: string): Promise<boolean> {
  return (await stat(join(dataDir, 'postgres.password')).catch(() => undefined)) !== undefined
}

async function openFiles(dataDir: string): Promise<string[]> {
  const open: string[] = []
  for (const name of SECRET_FILES) {
    const path = join(dataDir, name)
    const found = await stat(path).catch(() => undefined)
    // Windows keeps rights elsewhere: its mode says nothing.
    if (found && process.platform !== 'win32' && (found.mode & OTHERS) !== 0) open.push(path)
  }
  return open
}

async function nearestFolder(path: string): Promise<string> {
  for (let here = path; ; here = dirname(here)) {
    const found = await stat(here).catch(() => undefined)
    if (found || here === dirname(here)) return here
  }
}
