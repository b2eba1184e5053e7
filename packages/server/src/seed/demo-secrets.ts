import type { Keyring, Purpose } from '../keys/keyring.ts'

const SESSION_DIGITS = 52

/**
 * The demo network's secrets. They follow from the master key, so that demo.json can be written again at
 * every start although sessions and operator tokens are kept as hashes only.
 */
export type DemoSecrets = {
  app: string
  providerApp: string
  secondApp: string
  leaderApp: string
  session: string
  /** By which the leader lets the provider's app act. */
  leaderSession: string
  operatorToken: string
  shop(shopKey: string): string
}

export function demoSecrets(keys: Keyring): DemoSecrets {
  const hex = (purpose: Purpose, of: string) => keys.mac(purpose, `demo ${of}`).toString('hex')
  return {
    app: hex('app-secret', 'app').slice(0, 32),
    providerApp: hex('app-secret', 'provider app').slice(0, 32),
    secondApp: hex('app-secret', 'second app').slice(0, 32),
    leaderApp: hex('app-secret', 'leader app').slice(0, 32),
    session: `6200${hex('session-token', 'provider session').slice(0, SESSION_DIGITS)}`,
    leaderSession: `6200${hex('session-token', 'leader session').slice(0, SESSION_DIGITS)}`,
    operatorToken: `op_${hex('operator-token', 'operator').slice(0, 48)}`,
    shop: (shopKey) => hex('shop-secret', `shop ${shopKey}`).slice(0, 32),
  }
}
