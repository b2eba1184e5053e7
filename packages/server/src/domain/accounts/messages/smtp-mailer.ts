import type { Mailer } from '../../../context.ts'

const CONNECT_MS = 10_000
const SEND_MS = 30_000

/**
 * Mails by one SMTP server, the operator's: it connects to the host of the address and nowhere else, and reads
 * no file and no address for what is in a mail. `smtps:` is TLS from the start; `smtp:` must turn to TLS before
 * anything is told, except to this machine.
 */
export async function createSmtpMailer(url: string, from: string): Promise<Mailer> {
  // Only a server that sends mails pays for it: it takes 75 ms to load.
  const { createTransport } = await import('nodemailer')
  const { protocol, hostname, port, username, password } = new URL(url)
  const isTls = protocol === 'smtps:'
  const host = hostname.replace(/^\[|\]$/g, '')
  const isHere = host === 'localhost' || host === '::1' || host.startsWith('127.')
  const transport = createTransport({
    host,
    port: port === '' ? (isTls ? 465 : 587) : Number(port),
    secure: isTls,
    requireTLS: !isTls && !isHere,
    ...(username !== '' && {
      auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    }),
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SEND_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    async send({ to, subject, text }) {
      await transport.sendMail({ from, to: { name: '', address: to }, subject, text })
    },
  }
}
