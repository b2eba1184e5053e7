import { once } from 'node:events'
import { createServer } from 'node:net'
import { type Finding, fine, problem } from './finding.ts'

const PATIENCE_MS = 3000

/** That the server can listen where it would, or that it already does. */
export async function checkPort({ host, port }: { host: string; port: number }): Promise<Finding> {
  const place = `${host.includes(':') ? `[${host}]` : host}:${port}`
  const failure = await tryPort(host, port)
  if (!failure) return fine(`Port ${place} is free. / 端口空闲。`)
  if (failure.code !== 'EADDRINUSE') {
    return problem(`The server cannot listen on ${place}: ${failure.message}. / 无法监听该地址。`)
  }
  return (await isGateway(`http://${place}/router/rest`))
    ? fine(`A gateway answers on ${place}. / 网关已在该端口运行。`)
    : problem(
        `Port ${place} is taken by another program: start with --port. / 端口被其他程序占用，请用 --port。`,
      )
}

async function tryPort(host: string, port: number): Promise<NodeJS.ErrnoException | undefined> {
  const probe = createServer()
  try {
    probe.listen(port, host)
    await once(probe, 'listening')
  } catch (error) {
    return error as NodeJS.ErrnoException
  }
  probe.close()
  await once(probe, 'close')
  return undefined
}

async function isGateway(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS), redirect: 'error' })
    return (await response.text()).includes('<error_response>')
  } catch {
    return false
  }
}
