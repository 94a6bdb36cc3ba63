import { defineProject } from 'vitest/config'

export default defineProject({
  test: { name: 'scripts', include: ['**/*.test.ts'], exclude: ['fixtures/**', 'node_modules/**'], testTimeout: 120_000 },
})
