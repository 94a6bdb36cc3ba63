import { randomUUIDv7 } from 'node:crypto'
import { playbookPages } from '@oeuvre/domain/programs/playbook/schema'
import { addDays } from '@oeuvre/domain/time/calendar'
import type { SeedProgram, SeedStory } from '@oeuvre/seed/scenario'
import { invitePeople } from '../modules/programs/commands/invite-people.ts'
import { joinProgram } from '../modules/programs/commands/join-program.ts'
import { savePage } from '../modules/programs/commands/save-page.ts'
import { saveProgram } from '../modules/programs/commands/save-program.ts'
import { writeNote } from '../modules/programs/commands/write-note.ts'
import { type Company, must } from './make-company.ts'
import type { SetObjective } from './set-objectives.ts'

/** A program of the scenario with its days. */
export type SetProgram = SeedProgram & { readonly id: string; readonly from: string; readonly to: string }

type Known = {
  readonly channels: ReadonlyMap<string, string>
  /** By platform and person, `linkedin@<id>`. */
  readonly accounts: ReadonlyMap<string, string>
  readonly objectives: readonly SetObjective[]
}

/** The programs of the scenario, joined in their first weeks; whoever is only invited has not answered yet. */
export async function setPrograms(company: Company, { channels, accounts, objectives }: Known): Promise<SetProgram[]> {
  const { scenario } = company
  const idOf = (key: string) => must(company.members.get(key), `person ${key}`).id
  const leader = must(
    scenario.people.find((p) => p.roles?.includes('executive')),
    'executive',
  )
  const made: SetProgram[] = []
  for (const one of scenario.programs) {
    const from = company.dayAgo(one.daysAgo)
    const set = { ...one, id: randomUUIDv7(), from, to: addDays(from, one.days - 1) }
    const { id, title, why, form, to, hours, waves } = set
    await saveProgram(await company.as(leader.key, new Date()), {
      ...{ id, version: null, title, why, form, from, to, hours, waves, budget: String(one.budget), decimalMark: '.' },
      objectiveId:
        one.objective === null ? null : must(objectives.find(({ key }) => key === one.objective)?.id, `objective ${one.objective}`),
      ownerId: idOf(one.owner),
      coachIds: one.coaches.map(idOf),
      channelIds: one.channels.map((code) => must(channels.get(code), `channel ${code}`)),
    })
    for (const [n, key] of one.participants.entries()) {
      const ctx = await company.as(key, new Date())
      const own = [...accounts].flatMap(([name, accountId]) => (name.endsWith(`@${idOf(key)}`) ? [accountId] : []))
      const actor = { ...ctx.actor, today: addDays(from, n * 3) }
      await joinProgram({ ...ctx, actor }, { id, accountIds: own })
    }
    if (one.invited.length > 0) await invitePeople(await company.as(one.owner, new Date()), { id, personIds: one.invited.map(idOf) })
    await writePages(company, set, idOf)
    made.push(set)
  }
  return made
}

/** Its playbook, by its owner; and what coach and participant wrote to each other. */
async function writePages(company: Company, { id, owner, playbook, notes = [] }: SetProgram, idOf: (key: string) => string): Promise<void> {
  for (const page of playbookPages) {
    const words = playbook?.[page]
    if (words) await savePage(await company.as(owner, new Date()), { id, page, version: 0, words })
  }
  for (const [from, to, words] of notes)
    await writeNote(await company.as(from, new Date()), { id, noteId: randomUUIDv7(), withId: idOf(to), words })
}

/** What a result came of: a program of its day, on one of its channels, that whoever led it takes part in. */
export function cameOf(programs: readonly SetProgram[], s: SeedStory, day: string): string | null {
  const lead = s.people[0]?.[0] ?? ''
  const codes = s.channels.map((channel) => channel.split('@')[0] ?? '')
  const fits = programs.filter(
    (one) => one.from <= day && day <= one.to && one.participants.includes(lead) && one.channels.some((code) => codes.includes(code)),
  )
  return fits.at(-1)?.id ?? null
}
