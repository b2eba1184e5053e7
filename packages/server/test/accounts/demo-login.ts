import { Keyring } from '../../src/keys/keyring.ts'
import { accountAccess } from '../../src/seed/index.ts'
import { TEST_MASTER_KEY } from '../setup/database.ts'

/** By which a demo member signs in. */
export function demoLogin(login: string): { password: string } {
  const { accounts } = accountAccess(new Keyring([TEST_MASTER_KEY]))
  const name = (login.split('@')[0] ?? '').toLowerCase() as keyof typeof accounts
  return accounts[name] ?? { password: 'there is no such login' }
}
