import { useNavigate } from '@tanstack/react-router'
import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useNotices } from '../../../components/notices.tsx'
import { describe, useWords } from '../../../lib/errors.ts'
import { useKeys } from '../../../lib/keys.ts'
import { useShell } from '../../../lib/shell.ts'
import type { DraftKeeper } from '../model/draft-keeper.ts'
import { answerOf } from '../model/form-fields.ts'
import type { Keeping } from '../model/keeping.ts'
import { forgetOutcomes, save, sendForReview, takeBack } from '../model/log-calls.ts'
import { checkSendable } from '../model/log-form.ts'
import type { LogMode } from '../model/log-mode.ts'
import { useRemoveDraft } from './use-remove-draft.ts'

export type LogSending = ReturnType<typeof useLogSending>
type SendingQuestion = { readonly keeper: DraftKeeper; readonly keeping: Keeping; readonly mode: LogMode }

/** The ways out of the page: send, undo, keep, delete; and the way to the first refusal. */
export function useLogSending({ keeper, keeping, mode }: SendingQuestion) {
  const t = useTranslations('outcomesLog')
  const navigate = useNavigate()
  const { organization } = useShell()
  const { done } = useNotices()
  const pageRef = useRef<HTMLDivElement>(null)
  const label = mode === 'submitted' ? t('send.save') : mode === 'changes' ? t('send.again') : t('send.send')
  const leave = () => void navigate({ to: '/$organization', params: { organization } })
  const send = useEffectEvent(async () => {
    const refusals = checkSendable(keeping.form, keeper.toDraft(keeping.form))
    if (refusals.length > 0) return keeper.refuse(refusals)
    await keeper.commit(mode === 'submitted' ? save : sendForReview)
    forgetOutcomes()
  })
  useFirstRefusal(pageRef, keeping)
  useKeys(useMemo(() => [{ keys: 'mod+Enter', label, run: () => void send() }], [label]))
  const undoing = useUndo(keeper, keeping)
  const removeDraft = useRemoveDraft()
  const isKept = keeping.base !== null && mode === 'draft'
  return {
    pageRef,
    label,
    send: () => void send(),
    leave() {
      if (isKept || keeping.phase === 'typing') done(t('kept'))
      leave()
    },
    remove: isKept
      ? async () => {
          keeper.discard()
          if (await removeDraft(keeping.form.id)) leave()
        }
      : undefined,
    ...undoing,
  }
}

/** After a refusal the first answer concerned has the focus. */
function useFirstRefusal(pageRef: React.RefObject<HTMLDivElement | null>, keeping: Keeping) {
  const lead = useEffectEvent(() => {
    const refused = new Set(keeping.refusals.map(({ field }) => (field ? answerOf(field) : null)))
    const places = [...(pageRef.current?.querySelectorAll<HTMLElement>('[data-answer]') ?? [])]
    const place = places.find((element) => [...refused].some((answer) => answer === element.dataset.answer))
    const fields = 'input:checked, input, textarea, select, button'
    const field = place?.matches(fields)
      ? place
      : (place?.querySelector<HTMLElement>('input:checked') ?? place?.querySelector<HTMLElement>(fields))
    field?.focus()
  })
  useEffect(() => {
    if (keeping.refusedTimes > 0) lead()
  }, [keeping.refusedTimes])
}

/** Sent by mistake: withdrawn, and a draft again with everything that stood there. */
function useUndo(keeper: DraftKeeper, keeping: Keeping) {
  const t = useTranslations('outcomesLog.sent')
  const words = useWords()
  const { done, failed } = useNotices()
  const [isUndoing, setUndoing] = useState(false)
  async function undo() {
    if (!keeping.sent || isUndoing) return
    setUndoing(true)
    try {
      keeper.takeBack(await takeBack(keeping.sent))
      done(t('undone'))
    } catch (error) {
      failed(describe(error, words))
    }
    forgetOutcomes()
    setUndoing(false)
  }
  return { isUndoing, undo: () => void undo() }
}
