// Stands before every npm script, on whatever Node the machine has: plain old syntax, no dependency.
//   node scripts/setup.cjs                           installs what is missing
//   node scripts/setup.cjs [--watch] program args…   then runs the program on the project's Node
// (Not npm's pre-scripts: npm leaves them out where install scripts are forbidden.)
'use strict'
const childProcess = require('child_process')
const crypto = require('crypto')
const fs = require('fs')
const path = require('path')
const url = require('url')

const root = path.resolve(__dirname, '..')
const modules = path.join(root, 'node_modules')
const binFolder = path.join(modules, '.bin')
const lockFile = path.join(root, 'package-lock.json')
const stampFile = path.join(modules, '.opentbk-setup')
const mutex = path.join(root, '.opentbk-setup.lock')
const windows = process.platform === 'win32'
const wantedMajor = 24
const oldestMajor = 20
const longestWaitMs = 15 * 60 * 1000

function main() {
  if (isInstalled() && hasNode()) return 0
  const running = majorOf(process.version)
  if (running < oldestMajor) {
    return fail(
      `Node ≥ ${oldestMajor} is needed, this is ${process.version}. Install one from https://nodejs.org and try again.`,
      `需要 Node ≥ ${oldestMajor}，当前为 ${process.version}。请从 https://nodejs.org 安装后重试。`
    )
  }
  if (!isWritable()) {
    return fail(
      `${root} must be writable to install the dependencies in it; run this once as its owner.`,
      `安装依赖需要写入 ${root}；请用其所有者身份执行一次。`
    )
  }
  if (!lock()) return 1
  try {
    return setUp()
  } finally {
    unlock()
  }
}

function setUp() {
  // Another set-up may have finished while this one waited for the lock.
  if (!isInstalled()) {
    const status = install()
    if (status !== 0) return status
    fs.writeFileSync(stampFile, lockHash())
  }
  return hasNode() || installNode() ? 0 : refuseNode()
}

function install() {
  const command = fs.existsSync(lockFile) ? 'ci' : 'install'
  say(`setup: npm ${command} (installs the dependencies, once) / 正在安装依赖（仅首次）`)
  const result = run('npm', [command, '--include=dev'], root)
  if (result.status === 0) return 0
  return fail(
    `npm ${command} failed; its own message is above. Is the npm registry reachable, and may ${root} be written to?`,
    `npm ${command} 失败，原因见上。请检查 npm 源能否访问、${root} 是否可写。`
  )
}

// What `npm run` gives a script: node_modules/.bin comes first on its PATH, then the system's Node.
function hasNode() {
  const own = ownNode()
  if (own) return majorOf(own) >= wantedMajor
  return majorOf(process.version) >= wantedMajor
}

function ownNode() {
  // Node 24 itself is running this when npm started it from .bin: nothing to ask, and no process to spawn.
  if (sameFile(process.execPath, path.join(binFolder, 'node'))) return process.version
  const name = path.join(binFolder, windows ? 'node.cmd' : 'node')
  if (!fs.existsSync(name)) return ''
  const result = childProcess.spawnSync(name, ['--version'], { encoding: 'utf8', shell: windows })
  return result.status === 0 ? String(result.stdout).trim() : ''
}

// Where install scripts are forbidden, npm leaves the `node` package without its binary.
function installNode() {
  const folder = path.join(modules, 'node')
  const step = 'installArchSpecificPackage.js'
  if (!fs.existsSync(path.join(folder, step))) return false
  say(`setup: fetching Node ${wantedMajor} for this project / 正在获取本项目所用的 Node ${wantedMajor}`)
  run('node', [step], folder)
  linkNode(folder)
  return hasNode()
}

function linkNode(folder) {
  const link = path.join(binFolder, 'node')
  const target = path.join(folder, 'bin', 'node')
  if (windows || fs.existsSync(link) || !fs.existsSync(target)) return
  fs.mkdirSync(binFolder, { recursive: true })
  fs.symlinkSync(path.relative(binFolder, target), link)
}

function refuseNode() {
  const found = ownNode() || process.version
  return fail(
    `Node ${wantedMajor} is needed and npm scripts get ${found}. Allow install scripts and run ` +
      `"npm rebuild node" in ${root}, or install Node ${wantedMajor} from https://nodejs.org.`,
    `需要 Node ${wantedMajor}，但 npm 脚本实际使用 ${found}。请允许安装脚本后在 ${root} 执行 ` +
      `“npm rebuild node”，或从 https://nodejs.org 安装 Node ${wantedMajor}。`
  )
}

function isInstalled() {
  try {
    return fs.readFileSync(stampFile, 'utf8') === lockHash()
  } catch {
    return false
  }
}

function lockHash() {
  const source = fs.existsSync(lockFile) ? lockFile : path.join(root, 'package.json')
  return crypto.createHash('sha256').update(fs.readFileSync(source)).digest('hex')
}

function isWritable() {
  try {
    fs.accessSync(root, fs.constants.W_OK)
    return true
  } catch {
    return false
  }
}

function lock() {
  const deadline = Date.now() + longestWaitMs
  for (let told = false; ; told = true) {
    const holder = tryLock()
    if (holder === process.pid) return true
    if (!told) say(`setup: another one is at work (process ${holder}), waiting / 另一个安装正在进行，等待中`)
    if (Date.now() > deadline) {
      fail(
        `${mutex} is still held; remove it if no set-up is running.`,
        `${mutex} 仍被占用；若无安装在进行，请删除它。`
      )
      return false
    }
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200)
  }
}

// The folder is made under another name with its holder inside, so a lock without a holder is never seen.
function tryLock() {
  const holder = holderOf(mutex)
  if (holder !== 0 && !isSetup(holder)) discard(holder)
  const mine = `${mutex}.${process.pid}`
  removeFolder(mine)
  fs.mkdirSync(mine)
  fs.writeFileSync(path.join(mine, 'pid'), String(process.pid))
  if (move(mine, mutex)) return process.pid
  removeFolder(mine)
  return holderOf(mutex)
}

// Two may find the same dead holder: the move lets one of them win, and a living lock is put back.
function discard(dead) {
  const aside = `${mutex}.dead-${process.pid}`
  if (!move(mutex, aside)) return
  if (holderOf(aside) === dead || !move(aside, mutex)) removeFolder(aside)
}

function unlock() {
  const aside = `${mutex}.done-${process.pid}`
  if (holderOf(mutex) === process.pid && move(mutex, aside)) removeFolder(aside)
}

function move(from, to) {
  try {
    fs.renameSync(from, to)
    return true
  } catch (error) {
    if (['ENOENT', 'ENOTEMPTY', 'EEXIST', 'EPERM'].indexOf(error.code) >= 0) return false
    throw error
  }
}

function removeFolder(folder) {
  try {
    fs.unlinkSync(path.join(folder, 'pid'))
    fs.rmdirSync(folder)
  } catch (error) {
    if (error.code !== 'ENOENT') throw error
  }
}

function holderOf(folder) {
  try {
    return Number(fs.readFileSync(path.join(folder, 'pid'), 'utf8'))
  } catch {
    return 0
  }
}

// A number may have gone to another program since (in a container they start again at 1).
function isSetup(pid) {
  if (pid === process.pid) return false
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (error.code !== 'EPERM') return false
  }
  const commandLine = `/proc/${pid}/cmdline`
  return !fs.existsSync(commandLine) || fs.readFileSync(commandLine, 'utf8').indexOf('setup.cjs') >= 0
}

// npm ci deletes node_modules, so what it starts must not run on the Node that lies in there.
function run(command, args, folder) {
  const env = Object.assign({}, process.env)
  const key = Object.keys(env).find((name) => name.toUpperCase() === 'PATH') || 'PATH'
  const inside = (part) => path.resolve(part) === binFolder
  const parts = (env[key] || '').split(path.delimiter).filter((part) => part !== '' && !inside(part))
  env[key] = parts.join(path.delimiter)
  return childProcess.spawnSync(command, args, { cwd: folder, env, stdio: 'inherit', shell: windows })
}

function sameFile(a, b) {
  try {
    return fs.realpathSync(a) === fs.realpathSync(b)
  } catch {
    return false
  }
}

function majorOf(version) {
  return Number(String(version).replace(/^v/, '').split('.')[0])
}

function say(line) {
  process.stderr.write(`${line}\n`)
}

function fail(english, chinese) {
  say(`setup: ${english}`)
  say(`setup: ${chinese}`)
  return 1
}

function runProgram(args) {
  const ready = majorOf(process.version) >= wantedMajor
  if (!ready || args[0].indexOf('-') === 0) return spawnProgram(args)
  // In this process, so that the program's pid, signals and exit code are what npm sees.
  process.argv.splice(1, 2, path.resolve(args[0]))
  import(url.pathToFileURL(process.argv[1]).href)
}

function spawnProgram(args) {
  const own = path.join(modules, 'node', 'bin', windows ? 'node.exe' : 'node')
  const child = childProcess.spawn(fs.existsSync(own) ? own : process.execPath, args, { stdio: 'inherit' })
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  for (const signal of signals) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code)
    for (const name of signals) process.removeAllListeners(name)
    process.kill(process.pid, signal)
  })
}

process.exitCode = main()
if (process.exitCode === 0 && process.argv.length > 2) runProgram(process.argv.slice(2))
