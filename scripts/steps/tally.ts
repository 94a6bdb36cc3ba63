import { stripVTControlCharacters } from 'node:util'

export type Tally = {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
  /** What failed, each with the beginning of its reason: said once more at the end, where a reader of a long log looks first. */
  readonly reasons?: readonly string[]
}

export const nothing: Tally = { passed: 0, failed: 0, skipped: 0 }

export function add(...tallies: readonly Tally[]): Tally {
  const sum = (of: (tally: Tally) => number) => tallies.reduce((all, tally) => all + of(tally), 0)
  const reasons = tallies.flatMap((tally) => tally.reasons ?? [])
  return {
    ...{ passed: sum((tally) => tally.passed), failed: sum((tally) => tally.failed), skipped: sum((tally) => tally.skipped) },
    ...(reasons.length > 0 && { reasons }),
  }
}

/** One check, or one test program that did not get as far as its tests. */
export function one(isGood: boolean): Tally {
  return isGood ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 }
}

/** A program that ends badly although no test of it failed (a file that does not load, no test at all) is a failure of its own. */
function atLeast(tally: Tally, code: number): Tally {
  const isSilent = code === 0 && tally.passed + tally.failed === 0
  return (code !== 0 && tally.failed === 0) || isSilent ? add(tally, one(false)) : tally
}

type VitestReport = {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly numTodoTests: number
  readonly testResults?: readonly {
    readonly name: string
    readonly status: string
    readonly message?: string
    readonly assertionResults: readonly {
      readonly status: string
      readonly fullName: string
      readonly failureMessages?: readonly string[] | null
    }[]
  }[]
}

/** Without the colours of a terminal, and no more than says what it is. */
function reason(name: string, message = ''): string {
  return `✗ ${name}\n    ${stripVTControlCharacters(message).slice(0, 900).trim().replaceAll('\n', '\n    ')}`
}

function reasonsOf({ testResults = [] }: VitestReport): string[] {
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((one) => one.status === 'failed')
    if (failed.length === 0 && status === 'failed') return [reason(name, message)]
    return failed.map((one) => reason(`${name} › ${one.fullName}`, one.failureMessages?.[0]))
  })
}

export function fromVitest(report: VitestReport | null, code: number): Tally {
  const { numPassedTests = 0, numFailedTests = 0, numPendingTests = 0, numTodoTests = 0 } = report ?? {}
  const reasons = report ? reasonsOf(report) : []
  const skipped = numPendingTests + numTodoTests
  return atLeast({ passed: numPassedTests, failed: numFailedTests, skipped, ...(reasons.length > 0 && { reasons }) }, code)
}

type PlaywrightReport = {
  readonly stats: { readonly expected: number; readonly unexpected: number; readonly flaky: number; readonly skipped: number }
}

export function fromPlaywright(report: PlaywrightReport | null, code: number): Tally {
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = report?.stats ?? {}
  return atLeast({ passed: expected, failed: unexpected + flaky, skipped }, code)
}

export function lastLine({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`
}

/** Green only when something ran and nothing failed. */
export function exitCode({ passed, failed }: Tally): number {
  return failed > 0 || passed === 0 ? 1 : 0
}
