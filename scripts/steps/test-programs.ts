import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildApi, buildWeb } from './making.ts'
import { e2e } from './places.ts'
import { nextFreePort } from './ports.ts'
import { run, tool } from './processes.ts'
import { say } from './progress.ts'
import { fromPlaywright, fromVitest, one, type Tally } from './tally.ts'

/** Hands the program a file for its figures; null when it wrote none. */
async function withReport<T>(work: (file: string) => Promise<number>, read: (report: T | null, code: number) => Tally): Promise<Tally> {
  const folder = mkdtempSync(join(tmpdir(), 'oeuvre-report-'))
  const file = join(folder, 'report.json')
  try {
    const code = await work(file)
    let report: T | null = null
    try {
      report = JSON.parse(readFileSync(file, 'utf8')) as T
    } catch {
      console.error('the tests left no report')
    }
    return read(report, code)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export function runVitest(args: readonly string[] = []): Promise<Tally> {
  return withReport(async (file) => {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
    return (await run(tool('vitest'), ['run', ...reporters, ...args])).code
  }, fromVitest)
}

/** The production build is a check of its own: without it there are no journeys. */
export async function runBuild(): Promise<Tally> {
  try {
    await buildWeb()
    await buildApi()
    say('✓ production build')
    return one(true)
  } catch (error) {
    say(`✗ production build\n${error instanceof Error ? error.message : String(error)}`)
    return one(false)
  }
}

/** Only Linux has a Chromium in the registry (x64); elsewhere the journeys need one that is installed. */
async function hasChromium(): Promise<boolean> {
  const { findChromium } = await import('../../e2e/chromium.ts')
  return (await findChromium()) !== null
}

export async function runJourneys(): Promise<Tally> {
  if (!(await hasChromium())) {
    say(`journeys skipped: no Chromium for ${process.platform} ${process.arch} (install one, or name it in CHROMIUM_PATH)`)
    return { passed: 0, failed: 0, skipped: 1 }
  }
  const port = String(await nextFreePort(3200))
  return withReport(async (file) => {
    const env = { ...process.env, E2E_PORT: port, E2E_REPORT: file }
    return (await run(tool('playwright', e2e), ['test'], { cwd: e2e, env })).code
  }, fromPlaywright)
}
