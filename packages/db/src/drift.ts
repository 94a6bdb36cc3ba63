/**
 * What the migrated database has on purpose although Prisma cannot say it: the drift check ignores exactly these statements.
 * Policies, triggers, functions, checks and exclusion constraints are outside Prisma's view and give no drift.
 */
export const expectedDrift: readonly RegExp[] = [
  /^ALTER TABLE "organization" ALTER COLUMN "working_weekdays" SET DEFAULT '\{1,2,3,4,5\}'::smallint\[\]$/, // how it reads back the default of a list
  /^DROP INDEX "[a-z_]+_(partial|search|trgm|excl|cover)"$/, // partial, GIN and covering indexes are named so
]

/** @returns the statements of a drift script that nobody expected. */
export function unexpectedDrift(script: string): string[] {
  return script
    .split('\n')
    .filter((line) => !line.startsWith('--'))
    .join('\n')
    .split(';')
    .map((s) => s.trim().replace(/\s+/g, ' '))
    .filter((s) => s && !expectedDrift.some((e) => e.test(s)))
}
