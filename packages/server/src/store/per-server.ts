import type { Store } from './store.ts'

/**
 * A thing of which each server (one store) has one: a writer, a counter. Defined at a module's top,
 * made at first use, so that two servers in one process never share it.
 */
export function perServer<C extends { readonly store: Store }, T>(create: (ctx: C) => T): (ctx: C) => T {
  const made = new WeakMap<Store, T>()
  return (ctx) => {
    let thing = made.get(ctx.store)
    if (thing === undefined) {
      thing = create(ctx)
      made.set(ctx.store, thing)
    }
    return thing
  }
}
