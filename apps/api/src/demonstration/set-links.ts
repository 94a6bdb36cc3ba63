import { randomUUIDv7 } from 'node:crypto'
import { sql } from '@oeuvre/db/sql'
import { write } from '@oeuvre/db/tenant'
import type { DeviceKind, VisitorKind } from '@oeuvre/domain/links/schema'
import type { SeedLink } from '@oeuvre/seed/scenario'
import { makeLink } from '../modules/links/commands/make-link.ts'
import { saveDomains } from '../modules/links/commands/save-domains.ts'
import { withdrawLink } from '../modules/links/commands/withdraw-link.ts'
import { type Company, must } from './make-company.ts'
import type { SetProgram } from './set-programs.ts'

const day = 86_400_000

/** The links of the scenario, with the visits that they had. */
export async function setLinks(company: Company, programs: readonly SetProgram[], baseUrl: string): Promise<void> {
  const { links, people } = company.scenario
  const administrator = must(
    people.find((p) => p.roles?.includes('administrator')),
    'administrator',
  )
  await saveDomains(await company.as(administrator.key, new Date()), { domains: links.domains.join(' ') })
  for (const one of links.made) {
    const id = randomUUIDv7()
    const ctx = { ...(await company.as(one.owner, new Date(Date.now() - one.daysAgo * day))), baseUrl, links: { forget: () => undefined } }
    const programId = one.program === null ? null : must(programs.find(({ title }) => title === one.program)?.id, `program ${one.program}`)
    await makeLink(ctx, { id, destination: one.path, place: one.place, accountId: null, programId, note: one.note, lastDay: null })
    await visit(company, one, id)
    if (one.isWithdrawn) await withdrawLink({ ...ctx, now: new Date() }, { id, isWithdrawn: true })
  }
}

async function visit(company: Company, one: SeedLink, l: string): Promise<void> {
  const { db, actor } = await company.as(one.owner, new Date())
  const o = actor.organizationId
  // Spread over a working day, in the order of the clock.
  const at = (daysAgo: number, n: number) => {
    const hour = new Date(Date.now() - daysAgo * day)
    hour.setUTCHours(7 + ((n * 3) % 11), 0, 0, 0)
    return hour.toISOString()
  }
  const rowOf = (daysAgo: number, n: number, r: string, d: DeviceKind, k: VisitorKind) => ({ o, l, h: at(daysAgo, n), r, d, k, n: 1 })
  const times = <T>(count: number, make: (n: number) => T) => Array.from({ length: count }, (_, n) => make(n))
  const rows = [
    ...one.visits.flatMap(({ daysAgo, host, device, people }) => times(people, (n) => rowOf(daysAgo, n, host, device, 'human'))),
    ...times(one.previews, (n) => rowOf(one.daysAgo, n, '', 'other', 'preview')),
    ...times(one.robots, (n) => rowOf(one.daysAgo - 1, n, '', 'other', 'robot')),
  ]
  await write(db, o, (tx) => tx.run(sql`SELECT record_visits(${JSON.stringify(rows)}::jsonb)`))
}
