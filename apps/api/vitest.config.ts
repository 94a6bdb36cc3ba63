import { defineProject } from 'vitest/config'

export default defineProject({
  test: {
    name: 'api',
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    globalSetup: ['test/global.ts'],
    // Only what hangs is ended: how long something takes is the machine's business.
    testTimeout: 240_000,
    hookTimeout: 240_000,
    expect: { poll: { timeout: 60_000 } },
    // Said here: what the root says of workers does not reach a project, and the usual number on two cores is one.
    maxWorkers: 2,
    // Files share what they import (nothing of it is state): loading the server anew for each took a fifth of the time.
    isolate: false,
    sequence: { groupOrder: 1 },
  },
})
