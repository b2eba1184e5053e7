import { JsonNumber } from '@opentbk/top'
import type { XmlElement } from './read-xml.ts'

/** Every simple value of an answer (on the wire or read back) by its path; the items of a list share theirs. */
export function jsonLeaves(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => jsonLeaves(item, path))
  const isLeaf = typeof value !== 'object' || value instanceof JsonNumber || value instanceof Date
  if (value === null || isLeaf) return value === '' ? [] : [path]
  return Object.entries(value).flatMap(([name, member]) => jsonLeaves(member, joined(path, name)))
}

/** The same of an XML answer. An element without content may be an empty list, so it counts as none. */
export function xmlLeaves(element: XmlElement, path = ''): string[] {
  if (element.children.length > 0)
    return element.children.flatMap((child) => xmlLeaves(child, joined(path, child.name)))
  return element.text === '' ? [] : [path]
}

function joined(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`
}
