import { Refusal, refusals } from '@opentbk/top'
import type { CallContext } from '../../context.ts'
import { getLinkByUrl } from './read-material.ts'
import { shareLink } from './share-link.ts'

export type Shortened = { shortUrl: string } | { problem: string }

/** Short forms of promotion links of this network; each address answers on its own. */
export async function shortenLinks(ctx: CallContext, urls: readonly string[]): Promise<Shortened[]> {
  return Promise.all(
    urls.map(async (url): Promise<Shortened> => {
      try {
        const { link, token } = await getLinkByUrl(ctx, url)
        const { short } = await shareLink(ctx, { token, memberId: link.memberId, title: '', tpwd: 'none' })
        return { shortUrl: short }
      } catch (error) {
        if (error instanceof Refusal) return { problem: refusals[error.refusal].subMsg }
        throw error
      }
    }),
  )
}
