import { defineProject } from 'vitest/config'

export default defineProject({
  test: { name: 'db', include: ['test/**/*.test.ts'], globalSetup: ['test/global.ts'], testTimeout: 20_000, hookTimeout: 30_000 },
})
