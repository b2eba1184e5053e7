import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createAccount, openRegistration } from '../../src/domain/accounts/index.ts'
import { type ProductionServer, startProductionServer } from '../gateway/production-server.ts'
import { Browser, forgetFailures } from './browser.ts'

const password = 'one of my own'
let server: ProductionServer

beforeAll(async () => {
  server = await startProductionServer()
  const { memberId } = server
  await createAccount(server.ctx, { memberId, email: 'one@example.com', loginName: 'one', password })
})
afterAll(() => server.close())
beforeEach(() => forgetFailures(server))

test('the cookie is secure, and of a name that no other host can set', async () => {
  const browser = new Browser(server.url)
  const { headers } = await browser.signIn('one', password)
  expect(headers.get('set-cookie')).toMatch(
    /^__Host-sign_in=[0-9a-f]{64}; Path=\/; Max-Age=2592000; HttpOnly; SameSite=Lax; Secure$/,
  )
  expect((await browser.get('/account/v1/me')).status).toBe(200)
  browser.cookie = browser.cookie.replace('__Host-', '')
  expect((await browser.get('/account/v1/me')).status).toBe(401)
})

test('the page of the public address is here, whatever name the proxy asks by', async () => {
  const login = { login: 'one', password }
  const browser = new Browser(server.url)
  expect((await browser.submit('/sign-in', login, { origin: 'https://network.example' })).status).toBe(303)
  expect((await browser.submit('/sign-in', login, { origin: 'https://network.example.evil' })).status).toBe(
    403,
  )
})

test('nobody registers until operators open it; mails cannot be read', async () => {
  const asked = { email: 'new@example.com', name: 'New', password }
  const browser = new Browser(server.url)
  expect((await browser.post('/account/v1/register', asked)).status).toBe(403)
  expect((await browser.get('/register')).status).toBe(403)
  await openRegistration(server.ctx, true)
  expect((await browser.post('/account/v1/register', asked)).status).toBe(202)
  expect((await browser.get('/sandbox/outbox')).status).toBe(404)
})

test('a proxy that is not known to be one does not lock everybody out; a name still waits', async () => {
  for (let i = 0; i < 40; i++) {
    expect((await new Browser(server.url).signIn(`name ${i}`, 'wrong password')).status).toBe(401)
  }
  for (let i = 0; i < 5; i++) await new Browser(server.url).signIn('one', 'wrong password')
  expect((await new Browser(server.url).signIn('one', password)).status).toBe(429)
})
