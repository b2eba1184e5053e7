import { createHmac, hash } from 'node:crypto'
import type { Hashes } from '@opentbk/top'

/** The hashes of the wire's signatures, by node:crypto. */
export const nodeHashes: Hashes = {
  md5: (data) => hash('md5', data, 'hex'),
  hmacMd5: (key, data) => createHmac('md5', key).update(data).digest('hex'),
  hmacSha256: (key, data) => createHmac('sha256', key).update(data).digest('hex'),
}
