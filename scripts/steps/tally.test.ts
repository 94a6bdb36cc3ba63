import { describe, expect, test } from 'vitest'
import { add, exitCode, fromPlaywright, fromVitest, lastLine, nothing, one } from './tally.ts'

const vitest = { numPassedTests: 5, numFailedTests: 0, numPendingTests: 1, numTodoTests: 1 }

describe('what a program of tests says', () => {
  test('why, in short: of each test that failed, and of a file that did not load', () => {
    const long = `\u001b[31mAssertionError\u001b[39m: ${'x'.repeat(5000)}`
    const testResults = [
      {
        name: 'a.test.ts',
        status: 'failed',
        assertionResults: [
          { status: 'passed', fullName: 'holds' },
          { status: 'failed', fullName: 'does not', failureMessages: [long] },
        ],
      },
      { name: 'b.test.ts', status: 'failed', message: 'no such\nmodule', assertionResults: [] },
      { name: 'c.test.ts', status: 'passed', assertionResults: [{ status: 'passed', fullName: 'holds', failureMessages: null }] },
    ]
    const { reasons = [] } = add(one(true), fromVitest({ ...vitest, numFailedTests: 1, testResults }, 1))
    expect(reasons).toEqual([
      expect.stringMatching(/^✗ a.test.ts › does not\n {4}AssertionError: x{100,900}$/),
      '✗ b.test.ts\n    no such\n    module',
    ])
  })
  test('its own figures', () => {
    expect(fromVitest(vitest, 0)).toEqual({ passed: 5, failed: 0, skipped: 2 })
    expect(fromVitest({ ...vitest, numFailedTests: 2 }, 1)).toEqual({ passed: 5, failed: 2, skipped: 2 })
    expect(fromPlaywright({ stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 2 } }, 1)).toEqual({ passed: 3, failed: 2, skipped: 2 })
  })
  test('a bad end without a failed test is a failure', () => {
    expect(fromVitest(vitest, 1)).toEqual({ passed: 5, failed: 1, skipped: 2 })
    expect(fromPlaywright(null, 1)).toEqual({ passed: 0, failed: 1, skipped: 0 })
  })
  test('a good end that ran nothing is a failure', () => {
    expect(fromVitest({ numPassedTests: 0, numFailedTests: 0, numPendingTests: 9, numTodoTests: 0 }, 0).failed).toBe(1)
    expect(fromPlaywright(null, 0).failed).toBe(1)
  })
})

test('the last line, and what it means', () => {
  const tally = add(one(true), one(true), { passed: 0, failed: 0, skipped: 3 })
  expect(lastLine(tally)).toBe('2 passed, 0 failed, 3 skipped')
  expect(exitCode(tally)).toBe(0)
  expect(exitCode(add(tally, one(false)))).toBe(1)
  expect(exitCode(nothing)).toBe(1)
})
