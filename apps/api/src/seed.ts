// The demonstration: two companies, made through the commands that people use. node apps/api/src/seed.ts, once, on an empty database.
// `simulated` adds a third: a mass program with 1,200 accounts beside three targeted ones, over two years.
import { atelierValmont } from '@oeuvre/seed/scenarios/atelier-valmont'
import { harrowAndLane } from '@oeuvre/seed/scenarios/harrow-and-lane'
import { buildApp } from './app.ts'
import { endLeavers, makeCompany } from './demonstration/make-company.ts'
import { setStage } from './demonstration/set-stage.ts'
import { simulateCompany } from './demonstration/simulate-company.ts'
import { tellStories } from './demonstration/tell-stories.ts'
import { readConfig } from './env.ts'

const app = await buildApp({ ...readConfig(process.env), hasJobs: false })
try {
  for (const scenario of [atelierValmont, harrowAndLane]) {
    const company = await makeCompany(app.deps, scenario)
    const count = await tellStories(company, app.deps.baseUrl)
    await setStage(company)
    await endLeavers(company)
    console.log(`  ${scenario.name}: ${scenario.people.length} people, ${count} results`)
  }
  if (process.argv.includes('simulated')) {
    const { company, simulation } = await simulateCompany(app.deps)
    console.log(
      `  ${company.scenario.name}: ${simulation.people.length + company.members.size} people, ${simulation.programs.length} programs`,
    )
  }
  await app.db.prisma.session.deleteMany() // those the seed used
} finally {
  await app.close()
}
