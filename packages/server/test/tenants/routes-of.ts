import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { FastifyInstance } from 'fastify'

// By which the framework tells of each server that is made.
const CHANNEL = 'fastify.initialization'

/** What `start` answers, and every route of the servers that it makes: verb and path as they were registered. */
export async function recordRoutes<T>(start: () => Promise<T>): Promise<{ started: T; routes: string[] }> {
  const routes: string[] = []
  const note = (message: unknown) => {
    const { fastify } = message as { fastify: FastifyInstance }
    fastify.addHook('onRoute', ({ method, url }) => {
      // A HEAD comes with each GET.
      for (const verb of [method].flat()) if (verb !== 'HEAD') routes.push(`${verb} ${url}`)
    })
  }
  subscribe(CHANNEL, note)
  try {
    return { started: await start(), routes }
  } finally {
    unsubscribe(CHANNEL, note)
  }
}

/** Those under a path, sorted. */
export function routesUnder(routes: readonly string[], prefix: string): string[] {
  return routes.filter((route) => route.split(' ')[1]?.startsWith(prefix)).sort()
}

const samples: Readonly<Record<string, string>> = {
  name: 'no-such-name',
  period: '2026-01',
  day: '2027-10-01',
  year: '2027',
  key: '00000000',
  app_key: '00000000',
}

/** An address of the route, of things that there are not, but for those that are given. */
export function addressOf(path: string, given: Readonly<Record<string, string>> = {}): string {
  return path.replaceAll(/:(\w+)/g, (_, name: string) => given[name] ?? samples[name] ?? '999999999989')
}
