import type { WireFile } from '@opentbk/top'

const CRLF = Buffer.from('\r\n')
const HEADER_END = Buffer.from('\r\n\r\n')
const MAX_PARTS = 500

export type MultipartBody = { fields: [name: string, value: Buffer][]; files: Map<string, WireFile> }

/**
 * Reads multipart/form-data in every dialect that the official SDKs write: no space after the colon of
 * Content-Disposition and a preamble (Java, .NET), disposition type `file` (Python), a blank after
 * `filename="x"` (PHP), no CRLF after the last boundary (PHP). Undefined when the body is not multipart.
 */
export function readMultipart(contentType: string, body: Buffer): MultipartBody | undefined {
  const boundary = /boundary\s*=\s*(?:"([^"]+)"|([^;\s]+))/i.exec(contentType)
  if (!boundary) return undefined
  const delimiter = Buffer.from(`--${boundary[1] ?? boundary[2]}`)
  const result: MultipartBody = { fields: [], files: new Map() }
  let at = body.indexOf(delimiter)
  if (at < 0) return undefined
  for (let parts = 0; at >= 0; parts++) {
    const start = at + delimiter.length
    if (body[start] === 0x2d && body[start + 1] === 0x2d) return result
    if (parts >= MAX_PARTS) return undefined
    const next = body.indexOf(delimiter, start)
    const part = trimLineEnds(body.subarray(start, next < 0 ? body.length : next))
    if (!readPart(part, result)) return undefined
    at = next
  }
  // The last boundary is missing: the body was cut off.
  return undefined
}

function trimLineEnds(part: Buffer): Buffer {
  let start = 0
  let end = part.length
  while (part[start] === 0x20) start++
  if (part[start] === 0x0d) start++
  if (part[start] === 0x0a) start++
  if (part[end - 1] === 0x0a) end--
  if (part[end - 1] === 0x0d) end--
  return part.subarray(start, Math.max(start, end))
}

function readPart(part: Buffer, result: MultipartBody): boolean {
  const headerEnd = part.indexOf(HEADER_END)
  // A part with an empty value may end right after its headers' line end.
  const headerText = (headerEnd < 0 ? part : part.subarray(0, headerEnd)).toString('utf8')
  const content = headerEnd < 0 ? Buffer.alloc(0) : part.subarray(headerEnd + HEADER_END.length)
  let name: string | undefined
  let fileName: string | undefined
  let contentType: string | undefined
  for (const line of headerText.split(CRLF.toString())) {
    const colon = line.indexOf(':')
    const key = line.slice(0, colon).trim().toLowerCase()
    if (key === 'content-type') contentType = line.slice(colon + 1).trim()
    if (key !== 'content-disposition') continue
    name = parameter(line, 'name')
    fileName = parameter(line, 'filename')
  }
  if (name === undefined) return false
  if (fileName === undefined) {
    result.fields.push([name, content])
    return true
  }
  result.files.set(name, { name: fileName, bytes: content, ...(contentType ? { contentType } : {}) })
  return true
}

function parameter(line: string, key: string): string | undefined {
  const found = new RegExp(`[;\\s]${key}\\s*=\\s*(?:"([^"]*)"|([^;\\s]+))`, 'i').exec(line)
  return found ? (found[1] ?? found[2]) : undefined
}
