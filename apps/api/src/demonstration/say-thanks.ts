import { randomUUIDv7 } from 'node:crypto'
import { sql } from '@oeuvre/db/sql'
import { read } from '@oeuvre/db/tenant'
import { giveKudos } from '../modules/recognition/commands/give-kudos.ts'
import { type Company, must } from './make-company.ts'

/** The thanks of the scenario, each by whoever says them. */
export async function sayThanks(company: Company): Promise<void> {
  const { scenario, members } = company
  for (const { story, from, to, daysAgo, text, isPrivate = false } of scenario.kudos) {
    const ctx = await company.as(from, new Date(Date.now() - daysAgo * 86_400_000))
    const found = await read(ctx.db, ctx.actor.organizationId, (tx) =>
      tx.one<{ id: string }>(sql`SELECT id FROM outcome WHERE organization_id = ${ctx.actor.organizationId}::uuid AND title = ${story}`),
    )
    const personIds = to.map((key) => must(members.get(key), `person ${key}`).id)
    await giveKudos(ctx, { id: randomUUIDv7(), outcomeId: must(found, `story ${story}`).id, personIds, isPrivate, text })
  }
}
