import { Validator } from '@seriousme/openapi-schema-validator'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { operatorDoors, ownDoors } from '../../src/ops/doors/all-doors.ts'
import type { Door, Inputs } from '../../src/ops/doors/door.ts'
import { startTestServer, type TestServer, type Wire } from '../setup/server.ts'
import { signedIn } from '../sites/site-network.ts'
import { addressOf, recordRoutes, routesUnder } from '../tenants/routes-of.ts'

const families = [
  ['/openapi-admin.json', '/admin/v1', operatorDoors],
  ['/openapi-account.json', '/account/v1', ownDoors],
] as const

// Its name is looked at before its value.
const setting = { name: 'basic_points_limit' }

let server: TestServer
let routes: string[]
let cookie: { cookie: string; 'x-csrf-token': string }

beforeAll(async () => {
  const { started, routes: all } = await recordRoutes(() => startTestServer())
  server = started
  routes = all
  cookie = await signIn()
})
afterAll(() => server.close())

describe.each(families)('%s', (document, prefix, doors) => {
  const served = async (): Promise<Wire> => (await fetch(`${server.url}${document}`)).json()

  test('is a valid OpenAPI 3.1 document', async () => {
    const validator = new Validator()
    expect(await validator.validate(await served())).toEqual({ valid: true })
    expect(validator.version).toBe('3.1')
  })

  test('describes every route that there is, and no other', async () => {
    const { paths } = await served()
    const described = Object.entries<Wire>(paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((verb) => `${verb.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`),
    )
    expect(described.sort()).toEqual(routesUnder(routes, prefix))
    expect(new Set(doors.map(({ at }) => at)).size).toBe(doors.length)
  })

  // Signing out comes last: it ends the sign-in that the others are asked by.
  const inOrder = [...doors].sort((a, b) => Number(isSignOut(a)) - Number(isSignOut(b)))

  describe.each(inOrder.map((door) => [door.at, door] as const))('%s', (_at, door) => {
    test('takes what is described, and nothing else', async () => {
      expect(await knownIn(door, 'query')).toEqual(namesOf(door.query))
      if (!door.at.startsWith('GET')) expect(await knownIn(door, 'body')).toEqual(namesOf(door.body))
    })

    test('misses what is described as needed', async () => {
      const needed = [...requiredOf(door.query), ...requiredOf(door.body), ...(door.needsOneOf ?? [])]
      const { status, body } = await ask(door, door.at.startsWith('GET') ? {} : { body: {} })
      if (needed.length > 0) {
        expect(status).toBe(400)
        expect(needed).toContain(body.field)
      } else if (body?.error) expect(body.error).not.toMatch(/: missing/)
      expect(statusesOf(door)).toContain(String(status))
    })
  })

  function statusesOf({ at }: Door): string[] {
    return Object.keys(described(at).responses)
  }

  function described(at: string): Wire {
    const [verb = '', path = ''] = at.split(' ')
    return documents.get(document).paths[path.replaceAll(/:(\w+)/g, '{$1}')][verb.toLowerCase()]
  }
})

const documents = new Map<string, Wire>()
beforeAll(async () => {
  for (const [path] of families) documents.set(path, await (await fetch(`${server.url}${path}`)).json())
})

function isSignOut({ at }: Door): boolean {
  return at.endsWith('/sign-out')
}

function namesOf(inputs: Inputs | undefined): string[] | undefined {
  return inputs && Object.keys(inputs).sort()
}

function requiredOf(inputs: Inputs = {}): string[] {
  return Object.entries(inputs).flatMap(([name, input]) => (input.isOptional ? [] : [name]))
}

/** The names that a door says it knows, when it is given another one; undefined where it reads none. */
async function knownIn(door: Door, where: 'query' | 'body'): Promise<string[] | undefined> {
  const stranger = { zz: 'x' }
  const isGet = door.at.startsWith('GET')
  const { body } = await ask(door, {
    ...(where === 'query' ? { query: stranger } : {}),
    ...(isGet ? {} : { body: where === 'body' ? stranger : {} }),
  })
  const known = /^zz: one of (.*)$/.exec(body?.error ?? '')?.[1]
  return known?.split(', ').filter(Boolean).sort()
}

async function ask(door: Door, how: { query?: Record<string, string>; body?: unknown }) {
  const [verb = '', path = ''] = door.at.split(' ')
  const isOperators = path.startsWith('/admin/')
  // A DELETE says what it says in its address.
  const sends = how.body !== undefined && verb !== 'DELETE'
  const response = await fetch(
    `${server.url}${addressOf(path, path.includes('/settings/') ? setting : {})}?${new URLSearchParams(how.query)}`,
    {
      method: verb,
      headers: {
        ...(isOperators ? { authorization: `Bearer ${server.demo.operator.token}` } : cookie),
        ...(sends ? { 'content-type': 'application/json' } : {}),
      },
      ...(sends ? { body: JSON.stringify(how.body) } : {}),
    },
  )
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.includes('json')
  return { status: response.status, body: isJson ? JSON.parse(text) : undefined }
}

async function signIn(): Promise<typeof cookie> {
  const browser = await signedIn(server, 'publisher')
  return { cookie: browser.cookie, 'x-csrf-token': browser.csrf }
}
