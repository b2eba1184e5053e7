import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Validator } from '@seriousme/openapi-schema-validator'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { methods } from '../../src/methods/index.ts'
import { startTestServer, type TestServer, type Wire } from '../setup/server.ts'

const docs = resolve(import.meta.dirname, '../../../../docs')
let server: TestServer

beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

const served = async (path: string): Promise<Wire> => (await fetch(`${server.url}${path}`)).json()
const printed = (file: string): unknown => JSON.parse(readFileSync(join(docs, file), 'utf8'))

test('what is served is what is printed in docs', async () => {
  expect(await served('/openapi.json')).toEqual(printed('openapi.json'))
  expect(await served('/catalogue.json')).toEqual(printed('catalogue.json'))
})

test('/openapi.json is a valid OpenAPI 3.1 document, references included', async () => {
  const document = await served('/openapi.json')
  const validator = new Validator()
  expect(await validator.validate(document)).toEqual({ valid: true })
  expect(validator.version).toBe('3.1')
  expect(references(document).filter((reference) => find(document, reference) === undefined)).toEqual([])
  // A validator that lets everything pass would prove nothing.
  expect(await new Validator().validate({ ...document, paths: { 'no-slash': {} } })).toMatchObject({
    valid: false,
  })
})

test('/openapi.json tells every method apart by its name', async () => {
  const document = await served('/openapi.json')
  const names = [...methods.keys()].sort()
  const { discriminator, oneOf } = document.components.schemas.Request
  expect(Object.keys(discriminator.mapping).sort()).toEqual(names)
  expect(oneOf.map(({ $ref }: Wire) => $ref)).toEqual(Object.values(discriminator.mapping))
  for (const [name, reference] of Object.entries<string>(discriminator.mapping)) {
    const request = find(document, reference) as Wire
    expect(request.allOf[1].properties.method).toEqual({ const: name })
  }
  expect(document['x-methods'].map(({ method }: Wire) => method)).toEqual(names)
})

function references(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  const own = '$ref' in value && typeof value.$ref === 'string' ? [value.$ref] : []
  return [...own, ...Object.values(value).flatMap(references)]
}

function find(document: unknown, reference: string): unknown {
  return reference
    .slice('#/'.length)
    .split('/')
    .reduce<unknown>((inner, key) => (inner as Record<string, unknown> | undefined)?.[key], document)
}
