export { type DemoAccess, demoAccess, leaderAccess, writeDemoAccess } from './demo-access.ts'
export { accountAccess } from './demo-accounts.ts'
export { findDemoRecord } from './demo-record.ts'
export { seedDemoNetwork } from './seed-demo-network.ts'
