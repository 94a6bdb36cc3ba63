import { randomUUID } from 'node:crypto'
import { naughtyStrings } from '@oeuvre/domain/testing/shared-data'
import { isBlank, textLimits } from '@oeuvre/domain/text/storable'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTenant, type Tenant } from './factories.ts'
import { type Api, startApi } from './harness.ts'

let api: Api
let t: Tenant
beforeAll(async () => {
  api = await startApi()
  t = await makeTenant(api)
})
afterAll(() => api.stop())

/** Those that a line may hold; the blank ones are "not stated", which forms and rules refuse or drop. */
function lines(): string[] | null {
  const strings = naughtyStrings()
  return strings?.filter((s) => !isBlank(s) && s.length <= textLimits.line) ?? null
}

/** Forty at a time; of what came back differently, the first. */
async function each(
  strings: readonly string[],
  roundTrip: (text: string) => Promise<readonly (string | null | undefined)[]>,
): Promise<void> {
  expect(strings.length).toBeGreaterThan(450)
  for (let i = 0; i < strings.length; i += 40)
    await Promise.all(
      strings.slice(i, i + 40).map(async (text) => {
        for (const back of await roundTrip(text)) expect(back).toBe(text)
      }),
    )
}

// Titles, clients, stories, captions and words of decisions: see log-outcome.test.ts; files in and out: import-deals and exports.
test('every naughty string comes back from every field of a person, as typed', async ({ skip }) => {
  const strings = lines() ?? skip()
  const { people } = t.administrator.call
  await each(strings, async (text) => {
    const id = randomUUID()
    await people.create.mutate({ id, name: text, title: text, site: text })
    const record = await people.record.query({ id })
    const seen = await people.get.query({ id })
    return [record.name, record.title, record.site, seen.name, seen.title]
  })
})

test('and from the names of teams and of the words of an organization', async ({ skip }) => {
  const strings = lines() ?? skip()
  const { people, vocabulary, outcomes, organizations } = t.administrator.call
  const [skill, type, channel] = [randomUUID(), randomUUID(), randomUUID()]
  const teams = Array.from({ length: 20 }, () => randomUUID())
  for (const [i, id] of teams.entries()) await people.createTeam.mutate({ id, name: `Team ${i}` })
  // Names are unique: as many as there are teams at a time, which are renamed again and again.
  for (let i = 0; i < strings.length; i += teams.length) {
    const texts = strings.slice(i, i + teams.length)
    await Promise.all(texts.map((name, at) => people.renameTeam.mutate({ id: teams[at]!, name })))
    expect(await Promise.all(texts.map(async (_, at) => (await people.team.query({ id: teams[at]! })).name))).toEqual(texts)
  }
  for (const text of strings.filter((_, i) => i % 8 === 0)) {
    await vocabulary.saveSkill.mutate({ id: skill, name: text })
    await vocabulary.saveType.mutate({ id: type, name: text, valueKind: 'none', pigment: 1 })
    await vocabulary.saveChannel.mutate({ id: channel, name: text, kind: 'conventional' })
    const words = await outcomes.vocabulary.query()
    const named = [...words.skills, ...words.types, ...words.channels]
      .filter((w) => [skill, type, channel].some((id) => id === w.id))
      .map((w) => w.name)
    expect(named).toEqual([text, text, text])
    if (text.length > 100) continue // the name of an organization is shorter than a line
    const { settings: was } = await organizations.settings.query()
    await organizations.saveSettings.mutate({ name: text, was })
    expect((await organizations.settings.query()).settings.name).toBe(text)
  }
})
