import { bundleCheck, listChecks, runChecks } from '../steps/checks.ts'
import { generate } from '../steps/making.ts'
import { say } from '../steps/progress.ts'
import { add, exitCode, lastLine, nothing, type Tally } from '../steps/tally.ts'
import { runBuild, runJourneys, runVitest } from '../steps/test-programs.ts'

/** `npm test`: every check and every test, each in turn whatever the others said. Its last line is the sum. */
export async function test(): Promise<number> {
  await generate()
  const checks = await runChecks(listChecks())
  say('unit and integration tests')
  const unit = await runVitest()
  const build = await runBuild()
  const bytes = build.failed > 0 ? nothing : await runChecks([bundleCheck])
  const journeys: Tally = build.failed > 0 ? { passed: 0, failed: 0, skipped: 1 } : await runJourneys()
  say(`checks ${lastLine(checks)} · tests ${lastLine(unit)} · journeys ${lastLine(journeys)}`)
  const all = add(checks, unit, build, bytes, journeys)
  for (const reason of all.reasons ?? []) console.log(reason)
  console.log(lastLine(all))
  return exitCode(all)
}
