import { listChecks, runChecks } from '../steps/checks.ts'
import { generate } from '../steps/making.ts'
import { exitCode, lastLine } from '../steps/tally.ts'

/** `npm run check`: what `npm test` does before it runs any test. */
export async function check(): Promise<number> {
  await generate()
  const tally = await runChecks(listChecks())
  console.log(lastLine(tally))
  return exitCode(tally)
}
