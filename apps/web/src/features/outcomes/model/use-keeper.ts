import type { Vocabulary } from '@oeuvre/domain/outcomes/types/schema'
import { onlineManager } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { serverState } from '../../../lib/server-state.ts'
import { sessionEnded } from '../../../lib/session.ts'
import { useStore } from '../../../lib/store.ts'
import { dropCopy, type Owner, putCopy } from './device-copies.ts'
import { DraftKeeper } from './draft-keeper.ts'
import { holdDraft } from './draft-locks.ts'
import type { AmountWriting } from './form-of-detail.ts'
import type { Opened } from './keeping.ts'
import { forgetOutcomes, loadBase, save } from './log-calls.ts'
import { draftOf } from './log-form.ts'

type KeeperQuestion = {
  readonly opened: Opened
  readonly owner: Owner
  readonly writing: AmountWriting
  readonly vocabulary: Vocabulary
}

/** The keeper of one page: it begins with what was opened, wakes when network, server or session are back, and ends with the page. */
export function useKeeper({ opened, owner, writing, vocabulary }: KeeperQuestion) {
  const [keeper] = useState(() => {
    const { id } = opened.form
    return new DraftKeeper(
      {
        save,
        load: () => loadBase(id, writing),
        toDraft: (form) => draftOf(form, vocabulary.types.find((type) => type.id === form.typeId)?.valueKind ?? null),
        put: (copy) => putCopy(owner, copy),
        drop: () => dropCopy(owner, id),
        now: () => Date.now(),
        mintKey: () => crypto.randomUUID(),
      },
      opened,
    )
  })
  useEffect(() => {
    keeper.start()
    const letGo = holdDraft(opened.form.id)
    const wake = () => keeper.wake()
    const subscriptions = [onlineManager.subscribe(wake), serverState.subscribe(wake), sessionEnded.subscribe(wake)]
    return () => {
      for (const end of subscriptions) end()
      keeper.stop()
      letGo()
      forgetOutcomes()
    }
  }, [keeper, opened.form.id])
  return { keeper, keeping: useStore(keeper.store) }
}
