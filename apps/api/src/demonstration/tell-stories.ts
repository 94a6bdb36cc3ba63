import { randomUUIDv7 } from 'node:crypto'
import { sql } from '@oeuvre/db/sql'
import { read } from '@oeuvre/db/tenant'
import { OutcomeDraft, type OutcomeDraftInput } from '@oeuvre/domain/outcomes/schema'
import { expand } from '@oeuvre/seed/expand'
import type { SeedStory } from '@oeuvre/seed/scenario'
import { declineOutcomes, requestChanges } from '../modules/outcomes/commands/return-outcomes.ts'
import { logOutcome, saveOutcome } from '../modules/outcomes/commands/save-outcome.ts'
import { confirmSecondLook, verifyOutcomes } from '../modules/outcomes/commands/verify-outcomes.ts'
import { withdrawOutcomes } from '../modules/outcomes/commands/withdraw-outcomes.ts'
import { type Company, must } from './make-company.ts'
import { sayThanks } from './say-thanks.ts'
import { setLinks } from './set-links.ts'
import { type SetObjective, servedBy, setObjectives } from './set-objectives.ts'
import { cameOf, type SetProgram, setPrograms } from './set-programs.ts'

/** What results name. */
type Named = { readonly objectives: readonly SetObjective[]; readonly programs: readonly SetProgram[] }

type Vocabulary = {
  readonly types: ReadonlyMap<string, string>
  readonly channels: ReadonlyMap<string, string>
  readonly skills: ReadonlyMap<string, string>
  readonly accounts: ReadonlyMap<string, string>
  /** By kind and code, `decline:other`. */
  readonly reasons: ReadonlyMap<string, string>
}

async function loadVocabulary(company: Company): Promise<Vocabulary> {
  const first = must(company.scenario.people[0], 'person')
  const { db, actor } = await company.as(first.key, new Date())
  return read(db, actor.organizationId, async (tx) => {
    const codes = async (table: 'types' | 'channels' | 'skills') => {
      const from = { types: sql`outcome_type`, channels: sql`channel`, skills: sql`skill` }[table]
      return new Map(
        (await tx.rows<{ id: string; code: string }>(sql`SELECT id, code FROM ${from} WHERE code IS NOT NULL`)).map((r) => [r.code, r.id]),
      )
    }
    const accounts = await tx.rows<{ id: string; person_id: string; platform: string }>(
      sql`SELECT id, person_id, platform FROM social_account`,
    )
    return {
      types: await codes('types'),
      channels: await codes('channels'),
      skills: await codes('skills'),
      reasons: new Map(
        (
          await tx.rows<{ id: string; key: string }>(sql`SELECT id, kind || ':' || code AS key FROM review_reason WHERE code IS NOT NULL`)
        ).map((r) => [r.key, r.id]),
      ),
      accounts: new Map(accounts.map((a) => [`${a.platform}@${a.person_id}`, a.id])),
    }
  })
}

/** Results that somebody was first met for, weeks before: told by most. */
const met: ReadonlySet<string> = new Set(['client-won', 'opportunity-found', 'deal-expanded', 'partner-found', 'hire-made'])

/** Days from the first contact, the same on every machine; null where nobody wrote it down. */
function touchDaysOf(s: SeedStory): number | null {
  const n = s.daysAgo * 37 + s.title.length * 13
  return !met.has(s.type) || n % 5 === 0 ? null : 9 + (n % 71)
}

function draftOf(company: Company, v: Vocabulary, s: SeedStory, { objectives, programs }: Named): OutcomeDraftInput {
  const idOf = (key: string) => must(company.members.get(key), `person ${key}`).id
  const channel = (named: string) => {
    const [code = '', owner] = named.split('@')
    const accountId = owner ? v.accounts.get(`${code}@${idOf(owner)}`) : undefined
    return { channelId: must(v.channels.get(code), `channel ${code}`), accountId: accountId ?? null }
  }
  const [situation, action, result] = s.story
  const touchDays = touchDaysOf(s)
  return {
    ...{
      id: randomUUIDv7(),
      typeId: must(v.types.get(s.type), `type ${s.type}`),
      title: s.title,
      subject: s.subject,
      occurredOn: company.dayAgo(s.daysAgo),
      firstTouchOn: touchDays === null ? null : company.dayAgo(s.daysAgo + touchDays),
    },
    value: s.value === undefined ? null : { amount: String(s.value), currency: s.currency ?? company.scenario.reportingCurrency },
    channels: s.channels.map(channel),
    contributors: s.people.map(([key, role, weight]) => ({ personId: idOf(key), role, weight })),
    evidence: (s.evidence ?? []).map((url) => ({ id: randomUUIDv7(), url })),
    story: { situation, action, result },
    programId: cameOf(programs, s, company.dayAgo(s.daysAgo)),
    objectiveId: servedBy(company, objectives, s, company.dayAgo(s.daysAgo)),
    skillId: s.skill ? must(v.skills.get(s.skill), `skill ${s.skill}`) : null,
  }
}

/** Who decides: the managers above the lead, nearest first, then the reviewers; nobody on their own result. */
function decidersOf(company: Company, s: SeedStory): string[] {
  const { teams, people } = company.scenario
  const aside = new Set([s.author, ...s.people.map(([key]) => key)])
  const lead = people.find((p) => p.key === s.people[0]?.[0])
  const managers: string[] = []
  for (let team = teams.find((t) => t.key === lead?.team); team; team = teams.find((t) => t.key === team?.parent))
    managers.push(...team.managers)
  const free = managers.filter((key) => !aside.has(key))
  const reviewers = people.filter((p) => p.roles?.includes('reviewer') && !aside.has(p.key)).map((p) => p.key)
  return [...new Set([...free, ...reviewers])]
}

const hours = (day: string, h: number) => new Date(Date.parse(`${day}T00:00:00Z`) + h * 3_600_000)

async function tell(company: Company, v: Vocabulary, s: SeedStory, named: Named): Promise<void> {
  const draft = OutcomeDraft.parse(draftOf(company, v, s, named))
  const [logging, deciding] = s.waits ?? [1, 1]
  const now = Date.now()
  const past = (t: Date) => (t.getTime() < now ? t : new Date(now - 60_000))
  const author = s.author ?? must(s.people[0], 'contributor')[0]
  const logged = past(hours(company.dayAgo(s.daysAgo), logging * 24 + 7 + (s.title.length % 9)))
  const decided = past(new Date(logged.getTime() + deciding * 86_400_000))
  if (s.state === 'draft') {
    await saveOutcome(await company.as(author, logged), { outcome: draft, version: null })
    return
  }
  const saved = await logOutcome(await company.as(author, logged), { outcome: draft, version: null })
  const ids = [{ id: saved.id, version: saved.version }]
  if (s.state === 'submitted') return
  if (s.state === 'withdrawn') {
    await withdrawOutcomes(await company.as(author, decided), { ids, words: '' })
    return
  }
  const [first, second] = decidersOf(company, s)
  const decider = await company.as(must(first, `decider of ${s.title}`), decided)
  if (s.state === 'changes-requested')
    await requestChanges(decider, { ids, words: s.words ?? '', reasonId: must(v.reasons.get('changes:story'), 'reason') })
  else if (s.state === 'declined')
    await declineOutcomes(decider, { ids, words: s.words ?? '', reasonId: must(v.reasons.get('decline:not-a-result'), 'reason') })
  else {
    const after = must((await verifyOutcomes(decider, { ids })).outcomes[0], 'decision')
    if (after.state !== 'second-look' || s.state === 'second-look') return
    const other = await company.as(must(second, `second decider of ${s.title}`), past(new Date(decided.getTime() + 7_200_000)))
    await confirmSecondLook(other, { ids: [{ id: after.id, version: after.version }] })
  }
}

/** Every result of the scenario, oldest first, through the commands that people use. */
export async function tellStories(company: Company, baseUrl: string): Promise<number> {
  const vocabulary = await loadVocabulary(company)
  const stories = expand(company.scenario)
  const objectives = await setObjectives(company, vocabulary.types)
  const programs = await setPrograms(company, { ...vocabulary, objectives })
  await setLinks(company, programs, baseUrl)
  for (const story of stories) await tell(company, vocabulary, story, { objectives, programs })
  await sayThanks(company)
  return stories.length
}
