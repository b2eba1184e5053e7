import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isRegistered, readOrigin, readRedirect } from '../../src/domain/oauth/rules.ts'

const registered = [{ scheme: 'https', host: 'app.example.com' }] as const

/** Parts of addresses, put together in every way that somebody might try. */
const part = fc.constantFrom(
  ...[
    'https:',
    'http:',
    'HTTPS:',
    'javascript:',
    '//',
    '/',
    '\\',
    '@',
    ':',
    '#',
    '?',
    '.',
    '%2f',
    '%40',
    '%00',
  ],
  ...[
    'app.example.com',
    'evil.example',
    'APP.EXAMPLE.COM',
    '。',
    '\t',
    '\n',
    ' ',
    ':443',
    ':80',
    ':8443',
    'user',
  ],
  ...['[::1]', '127.0.0.1', 'xn--', '\u202e', 'ａｐｐ.example.com', '&code=x', ';', ',', '*'],
)

describe('a redirect_uri', () => {
  test('that is taken leads to the registered scheme and host, however it is written', () => {
    const text = fc.array(part, { maxLength: 9 }).map((parts) => parts.join(''))
    const tried = fc.oneof(
      text,
      text.map((rest) => `https://app.example.com${rest}`),
      fc.webUrl().map((url) => url),
    )
    fc.assert(
      fc.property(tried, (written) => {
        const url = readRedirect(written)
        if (!url || !isRegistered(url, registered, 'sandbox')) return
        // What a browser is sent to, read anew, by its own rules and by the oldest ones.
        const sent = new URL(url.href)
        expect([sent.protocol, sent.host, sent.username, sent.hash]).toEqual([
          'https:',
          'app.example.com',
          '',
          '',
        ])
        expect(
          /^https:\/\/([^/?#]*)/i
            .exec(written)?.[1]
            ?.toLowerCase()
            .replace(/:(443)?$/, ''),
        ).toBe(sent.host)
        expect(url.href).toMatch(/^https:\/\/app\.example\.com\/[\x21-\x7e]*$/)
      }),
      { numRuns: 5000 },
    )
  })

  test('takes any port of a loopback address in a sandbox alone', () => {
    const url = readRedirect('http://127.0.0.1:9999/cb') as URL
    const loopback = [{ scheme: 'http', host: '127.0.0.1' }] as const
    expect(isRegistered(url, loopback, 'sandbox')).toBe(true)
    expect(isRegistered(url, loopback, 'production')).toBe(false)
    const other = readRedirect('https://app.example.com:8443/cb') as URL
    expect(isRegistered(other, registered, 'sandbox')).toBe(false)
  })
})

describe('a domain to register', () => {
  test.each([
    ['https://app.example.com', 'app.example.com'],
    ['https://APP.example.com/', 'app.example.com'],
    ['https://app.example.com:443', 'app.example.com'],
    ['https://app.example.com:8443', 'app.example.com:8443'],
    ['https://例子.example', 'xn--fsqu00a.example'],
    ['https://[2001:DB8::1]:8443', '[2001:db8::1]:8443'],
  ])('%s', (text, host) => {
    expect(readOrigin(text, 'production')).toEqual({ scheme: 'https', host })
  })

  test.each([
    'app.example.com',
    'https://app.example.com/callback',
    'https://user@app.example.com',
    'https://app.example.com?x',
    'https://*.example.com',
    'ftp://app.example.com',
    'https://',
    '',
  ])('%j is none', (text) => {
    expect(readOrigin(text, 'sandbox')).toBeUndefined()
  })

  test('without TLS in a sandbox alone', () => {
    expect(readOrigin('http://127.0.0.1', 'sandbox')).toEqual({ scheme: 'http', host: '127.0.0.1' })
    expect(readOrigin('http://127.0.0.1', 'production')).toBeUndefined()
  })
})
