import { createHash } from 'node:crypto'
import { consentTextVersion } from '@oeuvre/domain/accounts/schema'
import type { ContributorRole } from '@oeuvre/domain/credits/schema'
import fc from 'fast-check'
import type { Someone } from './factories.ts'
import { type Api, cookieFor } from './harness.ts'
import { type House, makeHouse } from './outcome-factories.ts'

/** People of a house that a plan names. */
export const cast = ['aicha', 'jonas', 'claire', 'colleague', 'rolf'] as const
export type Member = (typeof cast)[number]

/** What was done, told, thanked and recognised: the same in every world that is compared. */
export type Plan = {
  readonly stories: readonly {
    readonly daysAgo: number
    readonly type: string
    readonly client: number
    readonly roles: readonly ContributorRole[]
    readonly weights: readonly number[]
  }[]
  readonly thanks: readonly { readonly story: number; readonly from: Member; readonly isPrivate: boolean }[]
  readonly awarded: readonly number[]
}

/** What carried it, and who was present where: none of it may change anything. */
export type Presence = {
  readonly channels: readonly (readonly ('linkedin' | 'x' | 'mastodon' | 'phone' | 'event' | 'e-mail')[])[]
  readonly accounts: Readonly<Record<Member, number>>
  readonly words: readonly string[]
  readonly logins: Readonly<Record<Member, number>>
}

const role = fc.constantFrom<ContributorRole>('support', 'coach', 'shadow')
export const planOf: fc.Arbitrary<Plan> = fc.record({
  stories: fc.array(
    fc.record({
      daysAgo: fc.integer({ min: 1, max: 500 }),
      type: fc.constantFrom('client-won', 'opportunity-found', 'market-insight'),
      client: fc.integer({ min: 0, max: 2 }),
      roles: fc.array(role, { minLength: 1, maxLength: 2 }),
      weights: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 2, maxLength: 2 }),
    }),
    { minLength: 4, maxLength: 5 },
  ),
  thanks: fc.array(fc.record({ story: fc.nat(3), from: fc.constantFrom(...cast), isPrivate: fc.boolean() }), {
    minLength: 4,
    maxLength: 8,
  }),
  awarded: fc.uniqueArray(fc.nat(3), { minLength: 1, maxLength: 2 }),
})

/** Told with a story, and shown with it as its teller's words; nothing else may come of them. */
const loud = ['', '12,400 followers saw it.', 'Nobody liked it.', 'Viral: 3 million views, 900 shares.']

const each = <T>(value: fc.Arbitrary<T>) => fc.record({ aicha: value, jonas: value, claire: value, colleague: value, rolf: value })
export const presenceOf: fc.Arbitrary<Presence> = fc.record({
  channels: fc.array(fc.uniqueArray(fc.constantFrom('linkedin', 'x', 'mastodon', 'phone', 'event', 'e-mail'), { maxLength: 4 }), {
    minLength: 5,
    maxLength: 5,
  }),
  accounts: each(fc.integer({ min: 0, max: 2 })),
  words: fc.array(fc.constantFrom(...loud), {
    minLength: 5,
    maxLength: 5,
  }),
  logins: each(fc.integer({ min: 0, max: 3 })),
})

/** A version 4 id from words: the same record has the same id in every world, so that ties fall alike. */
export function idOf(...words: readonly (string | number)[]): string {
  const hex = createHash('sha256').update(words.join(' ')).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

export type World = {
  readonly house: House
  readonly stories: readonly string[]
  readonly member: (one: Member) => Someone
  readonly awardId: string
}

/** Moves the clock of the server on. */
export type Clock = { now: number }
const start = Date.parse('2026-11-02T09:00:00Z')
const hour = 3_600_000

async function beThere(api: Api, house: House, { accounts, logins }: Presence): Promise<void> {
  const places = ['https://www.linkedin.com/in/', 'https://x.com/']
  for (const one of cast) {
    for (const place of places.slice(0, accounts[one]))
      await house[one].call.accounts.register.mutate({
        ...{ id: idOf(one, place), address: `${place}${one}test`, platform: null, purpose: 'work', visibility: 'organization' },
        consent: { accepted: true, textVersion: consentTextVersion },
      })
    for (let at = 0; at < logins[one]; at++) await cookieFor(api, house[one].userId)
  }
}

/** Read there, with the consent of everybody in it. */
async function putOnStage(house: House, outcomeId: string): Promise<void> {
  const { today } = await house.executive.call.stage.front.query()
  const said = {
    reason: 'Nobody saw it.',
    quote: 'We had no drawing.',
    needed: '',
    learnt: '',
    thanks: '',
    isClientWithheld: false,
    clientAs: '',
  }
  const id = idOf('on stage', outcomeId)
  await house.executive.call.stage.choose.mutate({ id, outcomeId, ...said, from: today, until: null, isLead: false })
  for (const one of cast)
    if ((await house[one].call.stage.front.query()).asked.some((story) => story.id === id))
      await house[one].call.stage.answer.mutate({ id, answer: 'named' })
}

/** The plan, lived by people who are present in that way. Aicha leads every story; Dora verifies, thanks nobody and recognises Aicha. */
export async function makeWorld(api: Api, clock: Clock, plan: Plan, presence: Presence): Promise<World> {
  clock.now = start
  const house = await makeHouse(api)
  const member = (one: Member) => house[one]
  await beThere(api, house, presence)
  const stories: string[] = []
  for (const [at, story] of plan.stories.entries()) {
    clock.now += hour
    const others = [...new Set(story.roles.map((_, n) => cast[1 + ((n + at) % 4)] ?? 'jonas'))]
    const accountIds = new Map<string, string>(
      (await house.aicha.call.accounts.listOwn.query()).accounts.map((one) => [one.platform, one.id]),
    )
    const outcome = house.draft({
      ...{ id: idOf('story', at), typeId: house.type(story.type), title: `Story ${at}`, subject: `Client ${story.client}`, evidence: [] },
      occurredOn: new Date(start - story.daysAgo * 24 * hour).toISOString().slice(0, 10),
      value: story.type === 'market-insight' ? null : { amount: '1000', currency: 'EUR', decimalMark: '.' },
      channels: (presence.channels[at] ?? []).map((code) => ({ channelId: house.channel(code), accountId: accountIds.get(code) ?? null })),
      contributors: [
        { personId: house.aicha.personId, role: 'lead', weight: 2 },
        ...others.map((one, n) => ({ personId: house[one].personId, role: story.roles[n] ?? 'support', weight: story.weights[n] ?? 1 })),
      ],
      story: { situation: 'A dry dock was down.', action: presence.words[at] ?? '', result: 'An order.' },
    })
    const { id, version } = await house.aicha.call.outcomes.log.mutate({ outcome, version: null })
    await house.dora.call.review.verify.mutate({ ids: [{ id, version }] })
    stories.push(id)
  }
  for (const id of stories.slice(0, 2)) await putOnStage(house, id)
  for (const [at, { story, from, isPrivate }] of plan.thanks.entries()) {
    clock.now += hour
    const outcomeId = stories[story % stories.length] ?? ''
    const { mayThank } = await house[from].call.kudos.list.query({ outcomeId })
    const personIds = (isPrivate ? mayThank.slice(0, 1) : mayThank).map((one) => one.id)
    const text = `Sentence number ${'abcdefghij'[at]} about your shaft drawing.`
    if (personIds.length > 0) await house[from].call.kudos.give.mutate({ id: idOf('thanks', at), outcomeId, personIds, isPrivate, text })
  }
  const awardId = idOf('award')
  const outcomeIds = plan.awarded.map((at) => stories[at % stories.length] ?? '')
  await house.dora.call.awards.give.mutate({
    id: awardId,
    personId: house.aicha.personId,
    teamId: null,
    outcomeIds,
    reason: 'You drew the shaft again.',
  })
  clock.now += 48 * hour
  await house.aicha.call.portfolio.share.mutate({ sharedWith: 'organization', personId: null })
  return { house, stories, member, awardId }
}

/** One thing that recognition computes, proposes, sorts or shows: a slice that adds one adds it to the list of the test. */
export type View = (world: World) => Promise<unknown>

/** An answer without what tells one world from another: ids of people, teams and vocabulary become their names. */
export function unnamed({ house }: World, answer: unknown): unknown {
  const { vocabulary, teams, tenant } = house
  const names = new Map<string, string>()
  for (const one of [...cast, 'samuel', 'dora', 'executive', 'reviewer'] as const) names.set(house[one].personId, one)
  names.set(tenant.administrator.personId, 'administrator')
  for (const [name, id] of Object.entries(teams)) names.set(id, name)
  for (const one of [...vocabulary.types, ...vocabulary.channels, ...vocabulary.skills]) names.set(one.id, one.code ?? '')
  const text = JSON.stringify(answer).replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gu, (id) => names.get(id) ?? id)
  const told = loud.reduce((all, words) => (words === '' ? all : all.replaceAll(words, '')), text)
  return JSON.parse(told.replaceAll(new RegExp(tenant.slug, 'giu'), 'slug'))
}
