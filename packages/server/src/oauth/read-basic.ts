/** Name and secret of a client's Authorization header, each form-encoded (RFC 6749, 2.3.1). */
export function readBasic(header: string): { id: string; secret: string } | undefined {
  const encoded = /^Basic +([A-Za-z0-9+/=]{1,1024})$/i.exec(header)?.[1]
  if (encoded === undefined) return undefined
  const [id, secret, ...more] = Buffer.from(encoded, 'base64').toString('utf8').split(':').map(unescapeForm)
  return id && secret && more.length === 0 ? { id, secret } : undefined
}

function unescapeForm(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return undefined
  }
}
