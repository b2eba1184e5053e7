import { readdir, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'

const pages = resolve(import.meta.dirname, '../../../../docs/api')

export type Samples = { method: string; curl: string; typescript: string }

/** The samples of every page of docs/api, as they stand there. */
export async function readSamples(): Promise<Samples[]> {
  const files = (await readdir(pages)).filter((file) => file.endsWith('.md') && file !== 'README.md').sort()
  return Promise.all(
    files.map(async (file) => {
      const text = await readFile(join(pages, file), 'utf8')
      const block = (language: string) => {
        const found = new RegExp(`^\`\`\`${language}\\n(.+?)^\`\`\`$`, 'ms').exec(text)?.[1]
        if (found === undefined) throw new Error(`${file}: no sample in ${language}`)
        return found
      }
      return { method: file.slice(0, -'.md'.length), curl: block('sh'), typescript: block('ts') }
    }),
  )
}
