import { defineConfig } from 'vitest/config'

// Tests that start PostgreSQL servers of their own: they need no seeded one, and no second run on another.
const startingServers = [
  'packages/server/test/store/private-*.test.ts',
  'packages/server/test/process/private-*.test.ts',
]

export default defineConfig({
  test: {
    // Tests wait for servers and disks more than they compute: more workers than cores pay.
    maxWorkers: 3,
    projects: [
      { test: { name: 'top', include: ['packages/top/test/**/*.test.ts'] } },
      { test: { name: 'sdk', include: ['packages/sdk/test/**/*.test.ts'] } },
      {
        test: {
          name: 'private-server',
          include: startingServers,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'server',
          include: ['packages/server/test/**/*.test.ts'],
          exclude: startingServers,
          globalSetup: ['packages/server/test/setup/global.ts'],
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
    ],
  },
})
