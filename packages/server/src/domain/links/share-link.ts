import type { Context } from '../../context.ts'
import { GroupWriter } from '../../store/group-writer.ts'
import { perServer } from '../../store/per-server.ts'
import { sqlState } from '../../store/store.ts'
import { randomCode, SHORT_CODE_LENGTH, TPWD_CODE_LENGTH } from './codes.ts'
import { longUrl, shortUrl } from './create-long-link.ts'
import { insertSharedLinks, type SharedLinkRows } from './rows.ts'
import { fullTpwd, shortTpwd } from './tpwd-text.ts'

const DAY_MS = 86_400_000
const SHORT_LINK_DAYS = 300
const TPWD_DAYS = 30
const MAX_TITLE_CHARS = 200
const MAX_TRIES = 3
const UNIQUE_VIOLATION = '23505'

type Sharing = {
  token: string
  /** Whose the short link and the password are: the promoter in the link. */
  memberId: bigint
  title: string
  tpwd: 'none' | 'open' | 'private'
}

/** A link in every form that people share. */
export type SharedLink = { long: string; short: string; shortTpwd: string; fullTpwd: string }

const writer = perServer((ctx: Context) => {
  const group = new GroupWriter<SharedLinkRows, SharedLinkRows>((rows) => writeLinks(ctx, rows), {
    maxGroup: 500,
    maxQueue: 20_000,
  })
  ctx.store.beforeClose(() => group.drain())
  return group
})

/** Makes a short link and, if wanted, a 淘口令 for a long link. Answered after they are stored. */
export async function shareLink(ctx: Context, sharing: Sharing): Promise<SharedLink> {
  const rows = await writer(ctx).add(newRows(sharing, ctx.clock.now()))
  const short = shortUrl(ctx, rows.short.code)
  const { tpwd } = rows
  return {
    long: longUrl(ctx, sharing.token),
    short,
    shortTpwd: tpwd ? shortTpwd(tpwd.code) : '',
    fullTpwd: tpwd
      ? fullTpwd({ code: tpwd.code, shortUrl: `${ctx.publicUrl}/h.${rows.short.code}`, title: sharing.title })
      : '',
  }
}

function newRows(sharing: Sharing, now: Date): SharedLinkRows {
  const { token, memberId } = sharing
  const shortCode = randomCode(SHORT_CODE_LENGTH)
  const expires = (days: number) => new Date(now.getTime() + days * DAY_MS)
  const tpwd = {
    code: randomCode(TPWD_CODE_LENGTH),
    token,
    shortCode,
    title: sharing.title.slice(0, MAX_TITLE_CHARS),
    memberId,
    isPrivate: sharing.tpwd === 'private',
    createdAt: now,
    expiresAt: expires(TPWD_DAYS),
  }
  return {
    short: {
      code: shortCode,
      token,
      memberId,
      isPrivate: sharing.tpwd === 'private',
      createdAt: now,
      expiresAt: expires(SHORT_LINK_DAYS),
    },
    tpwd: sharing.tpwd === 'none' ? undefined : tpwd,
  }
}

async function writeLinks(ctx: Context, rows: SharedLinkRows[]): Promise<SharedLinkRows[]> {
  for (let tries = 1; ; tries++) {
    try {
      await insertSharedLinks(ctx.store.read, rows)
      return rows
    } catch (error) {
      if (sqlState(error) !== UNIQUE_VIOLATION || tries >= MAX_TRIES) throw error
      for (const row of rows) renew(row)
    }
  }
}

// A code was taken: one in hundreds of billions. The whole group gets new ones.
function renew(rows: SharedLinkRows): void {
  rows.short.code = randomCode(SHORT_CODE_LENGTH)
  if (!rows.tpwd) return
  rows.tpwd.code = randomCode(TPWD_CODE_LENGTH)
  rows.tpwd.shortCode = rows.short.code
}
