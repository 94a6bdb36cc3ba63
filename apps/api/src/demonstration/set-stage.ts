import { randomUUID } from 'node:crypto'
import { sql } from '@oeuvre/db/sql'
import { read } from '@oeuvre/db/tenant'
import { addDays } from '@oeuvre/domain/time/calendar'
import type { SeedStage } from '@oeuvre/seed/scenario'
import { answerStory } from '../modules/stage/commands/answer-story.ts'
import { chooseStory } from '../modules/stage/commands/choose-story.ts'
import { type Company, must } from './make-company.ts'

/** What is on stage: chosen, agreed to by everybody in it but those who have not answered yet. */
export async function setStage(company: Company): Promise<void> {
  for (const one of company.scenario.stage) await setStory(company, one)
}

async function setStory(company: Company, one: SeedStage): Promise<void> {
  const { title, by, isLead = false, reason, quote, needed, learnt, thanks, clientAs } = one
  const chosenOn = company.dayAgo(one.daysAgo)
  const now = new Date(one.daysAgo === 0 ? Date.now() - 3_600_000 : Date.parse(`${chosenOn}T08:00:00Z`))
  const chooser = await company.as(by, now)
  const outcome = await findOutcome(company, title)
  const id = randomUUID()
  await chooseStory(
    { ...chooser, actor: { ...chooser.actor, today: chosenOn } },
    {
      ...{ id, outcomeId: outcome.id, reason, quote, needed, learnt, thanks, isLead },
      ...{ isClientWithheld: clientAs !== null, clientAs: clientAs ?? '' },
      from: addDays(chosenOn, one.inDays ?? 0),
      until: one.untilDaysAgo === undefined ? null : company.dayAgo(one.untilDaysAgo),
    },
  )
  const asked = [...company.members].filter(([key, { id: personId }]) => outcome.personIds.includes(personId) && !one.silent.includes(key))
  for (const [key] of asked) await answerStory(await company.as(key, now), { id, answer: one.unnamed.includes(key) ? 'unnamed' : 'named' })
}

async function findOutcome(company: Company, title: string): Promise<{ id: string; personIds: readonly string[] }> {
  const first = must(company.scenario.people[0], 'person')
  const { db, actor } = await company.as(first.key, new Date())
  const row = await read(db, actor.organizationId, (tx) =>
    tx.one<{ id: string; personIds: string[] }>(sql`
      SELECT o.id, (SELECT array_agg(c.person_id) FROM contributor c WHERE c.organization_id = o.organization_id AND c.outcome_id = o.id) AS "personIds"
      FROM outcome o WHERE o.organization_id = ${actor.organizationId}::uuid AND o.title = ${title} AND o.state = 'verified' ORDER BY o.occurred_on DESC LIMIT 1`),
  )
  return must(row, `verified result "${title}"`)
}
