#!/usr/bin/env node
// Starts the command line on Node 24, whatever Node the caller has: plain JavaScript for an older Node.
'use strict'
const childProcess = require('child_process')
const fs = require('fs')
const path = require('path')

const wantedMajor = 24
const program = path.resolve(__dirname, '..', 'src', 'cli', 'main.ts')

function findNode() {
  const running = Number(process.versions.node.split('.')[0])
  if (running >= wantedMajor) return process.execPath
  for (let folder = __dirname; ; folder = path.dirname(folder)) {
    const name = path.join(
      folder,
      'node_modules',
      'node',
      'bin',
      process.platform === 'win32' ? 'node.exe' : 'node'
    )
    if (fs.existsSync(name)) return name
    if (folder === path.dirname(folder)) return ''
  }
}

function main() {
  const node = findNode()
  if (node === '') {
    process.stderr.write(
      `opentbk: Node ${wantedMajor} is needed, this is ${process.version}. Run "npm start" once in the project.\n` +
        `opentbk: 需要 Node ${wantedMajor}，当前为 ${process.version}。请先在项目目录执行一次 “npm start”。\n`
    )
    process.exitCode = 1
    return
  }
  const child = childProcess.spawn(node, [program].concat(process.argv.slice(2)), { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => {
    process.stderr.write(`opentbk: ${node} could not be started: ${error.message}\n`)
    process.exitCode = 1
  })
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code)
    // Ending by the same signal tells the caller's shell what happened.
    process.removeAllListeners(signal)
    process.kill(process.pid, signal)
  })
}

main()
