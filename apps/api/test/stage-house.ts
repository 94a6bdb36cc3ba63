import { randomUUID } from 'node:crypto'
import type { ChooseStoryInput, ConsentAnswer } from '@oeuvre/domain/stage/schema'
import type { Someone } from './factories.ts'
import { type Api, settled } from './harness.ts'
import type { House } from './outcome-factories.ts'

type Draft = Parameters<House['draft']>[0]

/** A house whose verified results are chosen for the stage, and what its people say and read there. */
export async function makeStage(api: Api, house: House) {
  const { today } = await house.aicha.call.stage.front.query()
  /** Led by Aicha, with Jonas behind the scenes, who is thanked; verified by Claire. */
  async function verified(over: Draft = {}): Promise<{ id: string; version: number }> {
    const contributors = [
      { personId: house.aicha.personId, role: 'lead' as const, weight: 1 },
      { personId: house.jonas.personId, role: 'shadow' as const, weight: 0 },
    ]
    const story = { situation: 'A dry dock was down.', action: 'Jonas found the drawing in one night.', result: 'Harland ordered.' }
    const outcome = house.draft({ title: 'What Jonas found', contributors, story, ...over })
    const { version } = await house.aicha.call.outcomes.log.mutate({ outcome, version: null })
    const done = await house.claire.call.review.verify.mutate({ ids: [{ id: outcome.id, version }] })
    return { id: outcome.id, version: done.outcomes[0]!.version }
  }
  const choice = (outcomeId: string, over: Partial<ChooseStoryInput> = {}): ChooseStoryInput => ({
    ...{ id: randomUUID(), outcomeId, reason: 'One night that nobody saw.', quote: '', needed: '', learnt: '', thanks: '' },
    ...{ isClientWithheld: false, clientAs: '', from: today, until: null, isLead: false, ...over },
  })
  async function chosen(over: Partial<ChooseStoryInput> = {}, draft: Draft = {}, by: Someone = house.samuel) {
    const outcome = await verified(draft)
    const { id, version } = await by.call.stage.choose.mutate(choice(outcome.id, over))
    return { id, version, outcome }
  }
  const say = (who: Someone, id: string, answer: ConsentAnswer) => who.call.stage.answer.mutate({ id, answer })
  async function agreed(over: Partial<ChooseStoryInput> = {}, draft: Draft = {}) {
    const one = await chosen(over, draft)
    for (const who of [house.aicha, house.jonas]) await say(who, one.id, 'named')
    return one
  }
  const onFront = async (who: Someone, id: string) => (await who.call.stage.front.query()).stories.find((one) => one.id === id)
  const told = async (who: Someone, id: string) =>
    (await who.call.notifications.list.query({ limit: 50 })).items.filter((n) => n.story?.id === id).map((n) => n.topic)
  async function later(): Promise<void> {
    await settled(api)
    await api.db.pool.query(`UPDATE pgboss.job SET start_after = now() WHERE name = 'tell' AND state = 'created'`)
    await settled(api)
  }
  return { today, verified, choice, chosen, say, agreed, onFront, told, later }
}
export type Stage = Awaited<ReturnType<typeof makeStage>>
