import type { Context } from '../../../context.ts'
import { saveIsOpen, selectIsOpen } from './registration-rows.ts'

/** Whether publishers may register by themselves: in a sandbox unless it was closed, in production once it was opened. */
export async function isRegistrationOpen(ctx: Context): Promise<boolean> {
  return (await selectIsOpen(ctx.store.read)) ?? ctx.mode === 'sandbox'
}

export async function openRegistration(ctx: Context, isOpen: boolean): Promise<void> {
  await saveIsOpen(ctx.store.read, isOpen)
}
