import type { Context } from '../../context.ts'

/** Pictures of hosted goods are kept as paths, so that they outlive a change of the server's address. */
export function pictureUrl(ctx: Pick<Context, 'publicUrl'>, url: string): string {
  return url.startsWith('/') && !url.startsWith('//') ? `${ctx.publicUrl}${url}` : url
}
