import { createHash, createHmac } from 'node:crypto'
import type { Hashes } from '../src/index.ts'

export const nodeHashes: Hashes = {
  md5: (data) => createHash('md5').update(data).digest('hex'),
  hmacMd5: (key, data) => createHmac('md5', key).update(data).digest('hex'),
  hmacSha256: (key, data) => createHmac('sha256', key).update(data).digest('hex'),
}
