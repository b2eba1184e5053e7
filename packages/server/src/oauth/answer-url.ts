type Place = { redirect: URL; flow: 'code' | 'token'; state: string | undefined }

/** Where the browser goes with an answer: in the query, or for the client-side flow in the fragment. */
export function answerUrl(
  { redirect, flow, state }: Place,
  fields: Readonly<Record<string, string | number>>,
): string {
  const all = state === undefined ? fields : { ...fields, state }
  const text = Object.entries(all)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')
  if (flow === 'token') return `${redirect.href}#${text}`
  return `${redirect.href}${redirect.href.includes('?') ? '&' : '?'}${text}`
}
