import { once } from 'node:events'
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import type { Context } from '../../src/context.ts'
import { createSmtpMailer, notify, purgeAccounts, sendMails } from '../../src/domain/accounts/index.ts'
import { startTestServer, type TestServer } from '../setup/server.ts'
import { Browser, mailsTo, moveWall } from './browser.ts'

const MINUTE_MS = 60_000
const DAY_MS = 1440 * MINUTE_MS
let server: TestServer
let smtp: SmtpServer
let memberId: bigint

beforeAll(async () => {
  server = await startTestServer()
  smtp = await startSmtpServer()
  memberId = BigInt(server.demo.pid.split('_')[1] as string)
})
afterAll(async () => {
  await server.close()
  smtp.server.close()
})
beforeEach(async () => {
  smtp.mails.length = 0
  smtp.refuses = false
  await server.db.deleteFrom('outbox_mails').execute()
})
afterEach(() => vi.restoreAllMocks())

type SmtpServer = { server: Server; url: string; mails: string[]; refuses: boolean }

/** As much of an SMTP server as a mail needs. */
async function startSmtpServer(): Promise<SmtpServer> {
  const state: SmtpServer = { server: createServer(), url: '', mails: [], refuses: false }
  const answer = (socket: Socket, line: string) => {
    if (/^EHLO/.test(line)) return '250 here'
    if (/^RCPT/.test(line) && state.refuses) return '550 nobody of that name'
    if (/^DATA/.test(line)) return '354 go on'
    if (/^QUIT/.test(line)) socket.end()
    return '250 ok'
  }
  state.server.on('connection', (socket) => {
    let text = ''
    let isData = false
    socket.write('220 here\r\n')
    socket.on('error', () => {})
    socket.on('data', (chunk) => {
      text += chunk.toString()
      for (let end = text.indexOf(isData ? '\r\n.\r\n' : '\r\n'); end >= 0; ) {
        const line = text.slice(0, end)
        text = text.slice(end + (isData ? 5 : 2))
        if (isData) state.mails.push(line)
        socket.write(`${isData ? '250 taken' : answer(socket, line)}\r\n`)
        isData = !isData && /^DATA/.test(line)
        end = text.indexOf(isData ? '\r\n.\r\n' : '\r\n')
      }
    })
  })
  state.server.listen(0, '127.0.0.1')
  await once(state.server, 'listening')
  state.url = `smtp://127.0.0.1:${(state.server.address() as AddressInfo).port}`
  return state
}

async function withSmtp(): Promise<Context> {
  return { ...server.ctx, mailer: await createSmtpMailer(smtp.url, 'network@example.com') }
}

const tell = (more: object = {}) =>
  notify(server.ctx, server.ctx.store.read, {
    memberId,
    kind: 'test',
    title: { zh: '标题', en: 'A title' },
    body: { zh: '正文', en: 'A body' },
    byMail: true,
    ...more,
  })

const states = async () =>
  (await server.db.selectFrom('outbox_mails').selectAll().orderBy('id').execute()).map((row) => [
    row.state,
    row.tries,
    row.text_sealed === null,
  ])

test('without a server for mails they stay in the outbox, which a sandbox shows to operators', async () => {
  await tell()
  expect(await sendMails(server.ctx)).toEqual({ sent: 0, failed: 0 })
  expect(await mailsTo(server, 'publisher@demo.example')).toMatchObject([
    { subject: '标题 / A title', text: '正文\n\nA body\n', state: 'waiting' },
  ])
  expect((await fetch(`${server.url}/sandbox/outbox`)).status).toBe(401)
})

test('each mail goes out once, also from two processes, and its text is forgotten', async () => {
  for (let i = 0; i < 5; i++) await tell()
  const [one, two] = await Promise.all([sendMails(await withSmtp()), sendMails(await withSmtp())])
  expect(one.sent + two.sent).toBe(5)
  expect(smtp.mails).toHaveLength(5)
  expect(smtp.mails[0]).toMatch(/^From: network@example\.com$/m)
  expect(smtp.mails[0]).toMatch(/^To: publisher@demo\.example$/m)
  expect(await states()).toEqual(Array(5).fill(['sent', 1, true]))
  expect((await mailsTo(server, 'publisher@demo.example'))[0]?.text).toBeNull()
})

test('one that is refused is tried again, ever more slowly, and given up after a day', async () => {
  const ctx = await withSmtp()
  await tell()
  smtp.refuses = true
  expect(await sendMails(ctx)).toEqual({ sent: 0, failed: 1 })
  expect(await sendMails(ctx)).toEqual({ sent: 0, failed: 0 })
  moveWall(server, MINUTE_MS + 1000)
  expect(await sendMails(ctx)).toEqual({ sent: 0, failed: 1 })
  moveWall(server, 2 * MINUTE_MS + 1000)
  expect(await sendMails(ctx)).toEqual({ sent: 0, failed: 0 })
  expect(await states()).toEqual([['waiting', 2, false]])
  moveWall(server, DAY_MS + MINUTE_MS)
  smtp.refuses = false
  expect(await sendMails(ctx)).toEqual({ sent: 0, failed: 1 })
  expect(await states()).toEqual([['failed', 3, true]])
})

test('a header cannot be put into a mail', async () => {
  await tell({ title: { zh: 'x\r\nBcc: evil@example.com', en: 'y' } })
  await sendMails(await withSmtp())
  expect(smtp.mails[0]).not.toMatch(/^Bcc:/im)
})

test('elsewhere than on this machine nothing is told without TLS', async () => {
  const port = new URL(smtp.url).port
  // Another name of this machine, which the mailer does not know to be one.
  const mailer = await createSmtpMailer(
    `smtp://user:secret@[::ffff:127.0.0.1]:${port}`,
    'network@example.com',
  )
  const mail = { to: 'one@example.com', subject: 'x', text: 'x' }
  await expect(mailer.send(mail)).rejects.toThrow()
  expect(smtp.mails).toEqual([])
})

test('notices are the member’s own, and read once', async () => {
  await tell({ byMail: false })
  const [own, other] = [new Browser(server.url), new Browser(server.url)]
  await own.signIn('publisher')
  await other.signIn('second')
  const before = (await own.get('/account/v1/me')).body.unread_notices
  const { notices } = (await own.get('/account/v1/notices?limit=1')).body
  expect(notices).toMatchObject([{ kind: 'test', body: { zh: '正文', en: 'A body' }, read_at: null }])
  const path = `/account/v1/notices/${notices[0].id}/read`
  expect((await other.post(path)).status).toBe(404)
  expect((await own.post(path)).status).toBe(200)
  expect((await own.get('/account/v1/me')).body.unread_notices).toBe(before - 1)
  const [read] = (await own.get('/account/v1/notices?limit=1')).body.notices
  expect((await own.post(path)).status).toBe(200)
  const [again] = (await own.get('/account/v1/notices?limit=1')).body.notices
  expect(again.read_at).toBe(read.read_at)
  expect((await other.get('/account/v1/notices')).body).toEqual({ notices: [], next: null })
  expect((await own.get('/account/v1/notices?limit=x')).body.field).toBe('limit')
})

test('what is over is deleted when nobody can ask for it any more', async () => {
  await tell()
  await new Browser(server.url).signIn('merchant')
  await new Browser(server.url).signIn('merchant', 'wrong password')
  moveWall(server, 29 * DAY_MS)
  expect(await purgeAccounts(server.ctx)).toMatchObject({ sign_ins: 0, mails: 0 })
  moveWall(server, 121 * DAY_MS)
  const counts = await purgeAccounts(server.ctx)
  expect([counts.sign_ins, counts.mails]).toEqual([3, 1])
  expect(await server.db.selectFrom('sign_in_failures').selectAll().execute()).toEqual([])
})
