import type { Vocabulary } from '@oeuvre/domain/outcomes/types/schema'
import { trpcClient } from '../../../lib/api.ts'
import { failureOf } from '../../../lib/refusals.ts'
import { sendKept } from '../../files/embed/send-kept.ts'
import { ownFileAddress } from '../embed/evidence-address.ts'
import { type DeviceCopy, dropCopy, getCopy, listCopies, type Owner, putCopy } from './device-copies.ts'
import { ifFree } from './draft-locks.ts'
import { isSame } from './form-fields.ts'
import type { AmountWriting } from './form-of-detail.ts'
import { isAutomatic } from './keeping.ts'
import { loadBase, save, sendForReview } from './log-calls.ts'
import { checkKeepable, checkSendable, draftOf, withFile } from './log-form.ts'

/** `kept`: on this device, waits for the line · `look`: it cannot go by itself, its author has to look · `saved`, `sent`: there. */
export type Fate = 'kept' | 'look' | 'saved' | 'sent'
export type Outgoing = { readonly copy: DeviceCopy; readonly fate: Fate }
export type Post = { readonly owner: Owner; readonly writing: AmountWriting }

/** What stands on this device and not, or not known to be, at the server. */
export async function listOutgoing(owner: Owner): Promise<readonly Outgoing[]> {
  const copies = await listCopies(owner)
  return copies.map((copy) => ({ copy, fate: canGo(copy) ? 'kept' : 'look' }))
}

/** A change to what waits for review goes only when its author says so. */
function canGo({ base, sending }: DeviceCopy): boolean {
  return isAutomatic(base) || typeof sending === 'string'
}

/**
 * Brings what forms left behind to the server, one after the other: drafts are saved, what was sent without an answer is sent again
 * under its key. It stops where the line does. @returns what became of each that was tried
 */
export async function sendOutgoing(post: Post): Promise<readonly Outgoing[]> {
  const copies = (await listCopies(post.owner)).filter(canGo)
  if (copies.length === 0 || !(await isStillSelf(post.owner))) return []
  const vocabulary = await trpcClient.outcomes.vocabulary.query()
  const done: Outgoing[] = []
  for (const { form } of copies) {
    const one = await ifFree(form.id, () => sendOne(form.id, post, vocabulary))
    if (one) done.push(one)
    if (one?.fate === 'kept') break
  }
  return done
}

/** Another tab may have signed somebody else in: nothing goes under a wrong name. */
async function isStillSelf({ personId }: Owner): Promise<boolean> {
  return (await trpcClient.organizations.shell.query()).person.id === personId
}

async function sendOne(id: string, post: Post, vocabulary: Vocabulary): Promise<Outgoing | null> {
  const found = await getCopy(post.owner, id)
  if (!found) return null
  try {
    const copy = await withFiles(found, post.owner)
    return { copy, fate: await send(copy, post, vocabulary) }
  } catch (error) {
    return { copy: found, fate: await fateOf(error, found, post) }
  }
}

/** What was chosen for it goes first, and becomes evidence. */
async function withFiles(found: DeviceCopy, owner: Owner): Promise<DeviceCopy> {
  let copy = found
  await sendKept({ ...owner, outcomeId: found.form.id }, (file) => {
    const form = withFile(copy.form, file, { id: crypto.randomUUID(), address: ownFileAddress(file.id) })
    copy = { ...copy, form }
    return putCopy(owner, copy)
  })
  return copy
}

async function send({ form, base, sending }: DeviceCopy, { owner }: Post, vocabulary: Vocabulary): Promise<Fate> {
  const draft = draftOf(form, vocabulary.types.find((type) => type.id === form.typeId)?.valueKind ?? null)
  const refusals = sending ? checkSendable(form, draft) : checkKeepable(draft)
  if (refusals.length > 0) return 'look'
  const isThere = !sending && base !== null && isSame(form, base.form)
  const saving = { outcome: draft, version: base?.version ?? null, key: sending ?? undefined }
  if (!isThere) await (sending ? sendForReview(saving) : save(saving))
  await dropCopy(owner, form.id)
  return sending ? 'sent' : 'saved'
}

async function fateOf(error: unknown, { form, sending }: DeviceCopy, { owner, writing }: Post): Promise<Fate> {
  const codes = failureOf(error).refusals.map(({ code }) => code)
  if (codes.some((code) => code === 'unavailable' || code === 'unauthenticated')) return 'kept'
  // It may have arrived long ago, and only the answer was lost.
  const theirs = await loadBase(form.id, writing).catch(() => null)
  if (!theirs || !isSame(theirs.form, form)) return 'look'
  await dropCopy(owner, form.id)
  return sending ? 'sent' : 'saved'
}
