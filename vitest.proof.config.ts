import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['packages/*/proof/**/*.proof.ts'],
    globalSetup: ['packages/server/test/setup/global.ts'],
    testTimeout: 600_000,
    hookTimeout: 60_000,
    fileParallelism: false,
  },
})
