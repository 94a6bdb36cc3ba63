import { randomUUIDv7 } from 'node:crypto'
import { sql } from '@oeuvre/db/sql'
import { read, write } from '@oeuvre/db/tenant'
import { OutcomeDraft } from '@oeuvre/domain/outcomes/schema'
import { waveOf } from '@oeuvre/domain/programs/rules'
import { addDays } from '@oeuvre/domain/time/calendar'
import { grandLarge, simulateGrandLarge } from '@oeuvre/seed/scenarios/grand-large'
import type { SimulatedAccount, SimulatedProgram, SimulatedResult, Simulation } from '@oeuvre/seed/simulated'
import { logOutcome } from '../modules/outcomes/commands/save-outcome.ts'
import { verifyOutcomes } from '../modules/outcomes/commands/verify-outcomes.ts'
import { saveProgram } from '../modules/programs/commands/save-program.ts'
import type { Deps } from '../trpc/context.ts'
import { type Company, makeCompany, must } from './make-company.ts'
import { type AccountRow, insertAccounts, insertPeople } from './people-of-simulation.sql.ts'

type Made = {
  readonly company: Company
  /** Of people and accounts, by their number in the simulation. */
  readonly people: readonly string[]
  readonly accounts: ReadonlyMap<number, string>
}
export type SimulatedCompany = { readonly company: Company; readonly simulation: Simulation; readonly programIds: readonly string[] }

/**
 * A company two years after a mass program with 1,200 accounts, beside three targeted ones. People and accounts are written as sets;
 * programs and results come by the commands that people use.
 */
export async function simulateCompany(deps: Deps, simulation: Simulation = simulateGrandLarge()): Promise<SimulatedCompany> {
  const company = await makeCompany(deps, grandLarge)
  const { organizationId } = (await company.as('helene', new Date())).actor
  const people = simulation.people.map((name) => ({ id: randomUUIDv7(), name }))
  const teamId = must(company.teams.get('group'), 'team')
  await write(deps.db, organizationId, (tx) => insertPeople(tx, { organizationId, teamId }, people))
  const ids = people.map(({ id }) => id)
  const programIds: string[] = []
  const rows: AccountRow[] = simulation.none.accounts.map((one) => rowOf(company, ids, one, null))
  for (const program of simulation.programs) {
    const id = await openProgram(company, program)
    programIds.push(id)
    rows.push(...program.accounts.map((one) => rowOf(company, ids, one, { id, ...program })))
  }
  await write(deps.db, organizationId, (tx) => insertAccounts(tx, organizationId, rows))
  const byPerson = new Map(rows.map(({ personId, id }) => [personId, id]))
  const made: Made = { company, people: ids, accounts: new Map(ids.map((id, n) => [n, byPerson.get(id) ?? ''])) }
  for (const [at, { results }] of simulation.programs.entries()) await tell(made, results, programIds[at] ?? null)
  await tell(made, simulation.none.results, null)
  return { company, simulation, programIds }
}

async function openProgram(company: Company, { title, why, form, daysAgo, days, waves, budget, hours }: SimulatedProgram): Promise<string> {
  const id = randomUUIDv7()
  const from = company.dayAgo(daysAgo)
  await saveProgram(await company.as('helene', new Date()), {
    ...{ id, version: null, title, why, form, from, to: addDays(from, days - 1), waves, hours, budget: String(budget), decimalMark: '.' },
    ...{ objectiveId: null, channelIds: [], coachIds: [], ownerId: must(company.members.get('marc'), 'marc').id },
  })
  return id
}

function rowOf(
  company: Company,
  people: readonly string[],
  { person, namedDaysAgo, lastSignDaysAgo, leftDaysAgo }: SimulatedAccount,
  program: (Pick<SimulatedProgram, 'daysAgo' | 'days' | 'waves'> & { readonly id: string }) | null,
): AccountRow {
  const namedOn = company.dayAgo(namedDaysAgo)
  const from = company.dayAgo(program?.daysAgo ?? 0)
  return {
    ...{ id: randomUUIDv7(), personId: must(people[person], `person ${person}`), handle: `grand-large-${person}`, namedOn },
    lastSignOn: company.dayAgo(lastSignDaysAgo),
    leftOn: leftDaysAgo === null ? null : company.dayAgo(leftDaysAgo),
    programId: program?.id ?? null,
    wave: program && waveOf({ from, to: addDays(from, program.days - 1), waves: program.waves }, namedOn),
  }
}

const day = 86_400_000

/** Logged by who answers for the programs, verified days later by another. */
async function tell({ company, people, accounts }: Made, results: readonly SimulatedResult[], programId: string | null): Promise<void> {
  const { db, actor } = await company.as('helene', new Date())
  const codes = await read(db, actor.organizationId, (tx) =>
    tx.rows<{ id: string; code: string }>(
      sql`SELECT id, code FROM outcome_type WHERE code IN ('client-won', 'hire-made') UNION ALL SELECT id, code FROM channel WHERE code = 'linkedin'`,
    ),
  )
  const idOf = (code: string) => must(codes.find((row) => row.code === code)?.id, code)
  for (const [n, { person, daysAgo, value }] of results.entries()) {
    const occurredOn = company.dayAgo(daysAgo)
    const at = (days: number) => new Date(Math.min(Date.parse(`${occurredOn}T09:00:00Z`) + days * day, Date.now() - 60_000))
    const outcome = OutcomeDraft.parse({
      ...{ id: randomUUIDv7(), occurredOn, programId, evidence: [] },
      typeId: idOf(value > 0 ? 'client-won' : 'hire-made'),
      title: value > 0 ? `Une réponse devenue commande (${n + 1})` : `Une embauche par recommandation (${n + 1})`,
      subject: value > 0 ? `Armateur ${daysAgo}-${n}` : `Soudure ${daysAgo}-${n}`,
      value: value > 0 ? { amount: String(value), currency: 'EUR' } : null,
      channels: [{ channelId: idOf('linkedin'), accountId: must(accounts.get(person), 'account') || null }],
      contributors: [{ personId: must(people[person], 'person'), role: 'lead', weight: 1 }],
      story: {
        situation: 'Une question posée en public, que personne ne prenait.',
        action: 'Une réponse précise, avec un dessin.',
        result: value > 0 ? 'Une commande est venue.' : 'La personne a été embauchée.',
      },
    })
    const { id, version } = await logOutcome(await company.as('marc', at(1)), { outcome, version: null })
    await verifyOutcomes(await company.as('ines', at(2 + (n % 4))), { ids: [{ id, version }] })
  }
}
