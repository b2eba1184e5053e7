import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { startTestServer, type TestServer } from '../setup/server.ts'
import { Browser } from './browser.ts'

let server: TestServer
let close: () => Promise<void>
let url: string

beforeAll(async () => {
  server = await startTestServer()
  // The same network behind a proxy on this machine.
  const http = await createApp({ ...server.ctx, trustedProxies: ['127.0.0.1'] })
  await http.listen({ host: '127.0.0.1', port: 0 })
  url = `http://127.0.0.1:${(http.server.address() as AddressInfo).port}`
  close = () => http.close()
})
afterAll(async () => {
  await close()
  await server.close()
})

async function wrong(name: string, from: string, at = url): Promise<number> {
  const login = { login: name, password: 'wrong password' }
  const answer = await new Browser(at).post('/account/v1/sign-in', login, { 'x-forwarded-for': from })
  return answer.status
}

test('behind a known proxy each address waits for itself, an IPv6 network as one', async () => {
  for (let i = 0; i < 30; i++) expect(await wrong(`a${i}`, `evil, 2001:db8:0:1::${i}`)).toBe(401)
  expect(await wrong('b', '2001:db8:0:1:ffff::1')).toBe(429)
  expect(await wrong('b', '2001:db8:0:2::1')).toBe(401)
  expect(await wrong('b', '192.0.2.1')).toBe(401)
})

test('without one nobody’s word for their address is taken', async () => {
  for (let i = 0; i < 30; i++) expect(await wrong(`c${i}`, `192.0.2.${i}`, server.url)).toBe(401)
  expect(await wrong('d', '192.0.2.99', server.url)).toBe(429)
})

describe('the environment', () => {
  const read = (env: Record<string, string>) => readConfig([], env)

  test('names proxies and the server for mails', () => {
    expect(read({ OPENTBK_TRUSTED_PROXIES: '10.0.0.0/8, ::1' }).trustedProxies).toEqual(['10.0.0.0/8', '::1'])
    expect(read({}).trustedProxies).toBeUndefined()
    const smtp = { OPENTBK_SMTP_URL: 'smtps://me:secret@mail.example', OPENTBK_MAIL_FROM: 'me@mail.example' }
    expect(read(smtp).smtp).toEqual({ url: 'smtps://me:secret@mail.example', from: 'me@mail.example' })
  })

  test.each([
    [{ OPENTBK_TRUSTED_PROXIES: 'proxy.example' }, 'OPENTBK_TRUSTED_PROXIES'],
    [{ OPENTBK_TRUSTED_PROXIES: '10.0.0.0/33' }, 'OPENTBK_TRUSTED_PROXIES'],
    [{ OPENTBK_SMTP_URL: 'http://mail.example', OPENTBK_MAIL_FROM: 'a@b.c' }, 'OPENTBK_SMTP_URL'],
    [{ OPENTBK_SMTP_URL: 'smtp://', OPENTBK_MAIL_FROM: 'a@b.c' }, 'OPENTBK_SMTP_URL'],
    [{ OPENTBK_SMTP_URL: 'smtp://mail.example' }, 'OPENTBK_MAIL_FROM'],
  ])('is refused by name: %j', (env, name) => {
    expect(() => read(env)).toThrow(name)
  })

  test('a password in an address is not repeated', () => {
    const env = { OPENTBK_SMTP_URL: 'http://me:secret@mail.example', OPENTBK_MAIL_FROM: 'a@b.c' }
    expect(() => read(env)).toThrow(
      expect.not.objectContaining({ message: expect.stringContaining('secret') }),
    )
  })
})
