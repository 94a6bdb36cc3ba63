import { randomUUIDv7 } from 'node:crypto'
import { sql } from '@oeuvre/db/sql'
import { read } from '@oeuvre/db/tenant'
import { giveAward } from '../modules/recognition/commands/give-award.ts'
import { giveKudos } from '../modules/recognition/commands/give-kudos.ts'
import { type Company, must } from './make-company.ts'

/** The thanks of the scenario, and what managers said, each by whoever says them. */
export async function sayThanks(company: Company): Promise<void> {
  const { scenario, members, teams } = company
  const idOf = (key: string) => must(members.get(key), `person ${key}`).id
  for (const { story, from, to, daysAgo, text, isPrivate = false } of scenario.kudos) {
    const ctx = await company.as(from, daysBefore(daysAgo))
    await giveKudos(ctx, { id: randomUUIDv7(), outcomeId: await storyOf(company, story), personIds: to.map(idOf), isPrivate, text })
  }
  for (const { from, to, stories, daysAgo, reason } of scenario.awards) {
    const whom =
      'person' in to ? { personId: idOf(to.person), teamId: null } : { personId: null, teamId: must(teams.get(to.team), `team ${to.team}`) }
    const outcomeIds = await Promise.all(stories.map((title) => storyOf(company, title)))
    await giveAward(await company.as(from, daysBefore(daysAgo)), { ...whom, id: randomUUIDv7(), outcomeIds, reason })
  }
}

function daysBefore(days: number): Date {
  return new Date(Date.now() - days * 86_400_000)
}

async function storyOf(company: Company, title: string): Promise<string> {
  const { db, actor } = await company.as(must(company.scenario.people[0], 'person').key, new Date())
  const found = await read(db, actor.organizationId, (tx) =>
    tx.one<{ id: string }>(sql`SELECT id FROM outcome WHERE organization_id = ${actor.organizationId}::uuid AND title = ${title}`),
  )
  return must(found, `story ${title}`).id
}
