import { queryClient, trpc, trpcClient } from '../../../lib/api.ts'
import { hasCode } from '../../../lib/refusals.ts'
import type { Base } from './device-copies.ts'
import { type AmountWriting, baseOf } from './form-of-detail.ts'
import type { Send } from './keeping.ts'

/** A network that neither answers nor fails is as good as none. */
const patience = 20_000

function within(): { signal: AbortSignal } {
  return { signal: AbortSignal.timeout(patience) }
}

/** Done once, however often it is sent under the key. */
function under(key: string | undefined) {
  return { ...within(), context: key === undefined ? {} : { requestKey: key } }
}

/** Keeps a draft, or changes what waits for review. */
export const save: Send = ({ key, ...saving }) => trpcClient.outcomes.save.mutate(saving, under(key))

/** Saves and sends for review in one step. */
export const sendForReview: Send = ({ key, ...saving }) => trpcClient.outcomes.log.mutate(saving, under(key))

export async function loadDetail(id: string) {
  try {
    return await trpcClient.outcomes.get.query({ id }, within())
  } catch (error) {
    if (hasCode(error, 'not-found')) return null
    throw error
  }
}

export async function loadBase(id: string, writing: AmountWriting): Promise<Base | null> {
  const detail = await loadDetail(id)
  return detail && baseOf(detail, writing)
}

type Sent = { readonly id: string; readonly version: number }

/** Takes a sending back: withdrawn, then a draft again. @returns its version then */
export async function takeBack({ id, version }: Sent): Promise<number> {
  const withdrawn = await trpcClient.outcomes.withdraw.mutate({ ids: [{ id, version }], words: '' })
  return reopenAsDraft({ id, version: withdrawn.outcomes[0]?.version ?? version + 1 })
}

/** @returns the version of the draft that it is again */
export async function reopenAsDraft({ id, version }: Sent): Promise<number> {
  const reopened = await trpcClient.outcomes.reopenAsDraft.mutate({ ids: [{ id, version }] })
  return reopened.outcomes[0]?.version ?? version + 1
}

export function removeDraft({ id, version }: Sent) {
  return trpcClient.outcomes.removeDrafts.mutate({ ids: [{ id, version }] })
}

/** Lists, counts and pages that show outcomes are asked for anew when they are next looked at. */
export function forgetOutcomes(): void {
  void queryClient.invalidateQueries({ queryKey: trpc.outcomes.pathKey() })
  void queryClient.invalidateQueries({ queryKey: trpc.review.pathKey() })
}

/** A verified outcome said anew by a decider, once the contributors were asked. */
export function amendWith(words: string): Send {
  return ({ outcome, version, key, restores }) =>
    trpcClient.review.amend.mutate({ outcome, version: version ?? 0, words, wereContributorsAsked: true, restores }, under(key))
}

/** What stays free after verification: title, story, evidence. */
export const tellStory: Send = ({ outcome, version, key, restores }) => {
  const { id, title = '', story, evidence } = outcome
  const told = { situation: '', action: '', result: '', ...story }
  return trpcClient.outcomes.tellStory.mutate({ id, version: version ?? 0, title, story: told, evidence, restores }, under(key))
}
