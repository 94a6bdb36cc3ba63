import type { Refusal } from '@oeuvre/domain/errors/domain-error'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useEffectEvent, useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useNotices } from '../../../components/notices.tsx'
import { describe, useWords } from '../../../lib/errors.ts'
import { useKeys } from '../../../lib/keys.ts'
import { useShell } from '../../../lib/shell.ts'
import type { DraftKeeper } from '../model/draft-keeper.ts'
import type { Keeping, Send } from '../model/keeping.ts'
import { amendWith, forgetOutcomes, save, sendForReview, takeBack, tellStory } from '../model/log-calls.ts'
import { type Amendment, checkAmendment, checkKeepable, checkSendable } from '../model/log-form.ts'
import type { LogMode } from '../model/log-mode.ts'

export type LogSending = ReturnType<typeof useLogSending>
type SendingQuestion = {
  readonly keeper: DraftKeeper
  readonly keeping: Keeping
  readonly mode: LogMode
  readonly isUploading: boolean
  readonly restores?: number | undefined
}

/** For review it ends on a page that says so; a change ends on the outcome's own page. */
const isForReview: ReadonlySet<LogMode> = new Set(['draft', 'changes'])

function wayOf(mode: LogMode, amendment: Amendment): Send {
  if (mode === 'submitted') return save
  if (mode === 'amend') return amendWith(amendment.words)
  return mode === 'tell' ? tellStory : sendForReview
}

/** Sending what stands on the page, in the way that its state allows, and what comes after. */
export function useLogSending({ keeper, keeping, mode, isUploading, restores }: SendingQuestion) {
  const label = useLabel(mode)
  const [amendment, setAmendment] = useState<Amendment>({ words: '', wereAsked: false })
  const [sentIn, setSentIn] = useState<LogMode>(mode)
  const { form, phase, isSending, sent } = keeping
  const send = useEffectEvent(async () => {
    if (isSending) return phase === 'waiting' ? keeper.wake() : undefined
    const draft = keeper.toDraft(form)
    const refusals = mode === 'tell' ? checkKeepable(draft) : checkSendable(form, draft)
    const onTheWay: Refusal[] = isUploading ? [{ code: 'file-on-its-way', field: 'evidence' }] : []
    const all = [...refusals, ...onTheWay, ...(mode === 'amend' ? checkAmendment(amendment) : [])]
    if (all.length > 0) return keeper.refuse(all)
    setSentIn(mode)
    const way = wayOf(mode, amendment)
    if (restores === undefined) await keeper.commit(way, isForReview.has(mode))
    else await keeper.commit((saving) => way({ ...saving, restores }))
    forgetOutcomes()
  })
  useKeys(useMemo(() => [{ keys: 'mod+Enter', label, run: () => void send() }], [label]))
  useChanged(sent !== null && !isForReview.has(sentIn), form.id, sentIn)
  return {
    label,
    amendment,
    setAmendment,
    send: () => void send(),
    isSentForReview: sent !== null && isForReview.has(sentIn),
    ...useUndo(keeper, keeping),
  }
}

function useLabel(mode: LogMode): string {
  const t = useTranslations('outcomesLog')
  if (mode === 'submitted') return t('send.save')
  if (mode === 'changes') return t('send.again')
  if (mode === 'amend') return t('send.amend')
  return mode === 'tell' ? t('modes.saveTell') : t('send.send')
}

/** Changed: the outcome's own page shows it. */
function useChanged(isChanged: boolean, id: string, mode: LogMode) {
  const t = useTranslations('outcomesLog.sent')
  const navigate = useNavigate()
  const { organization } = useShell()
  const { done } = useNotices()
  const leave = useEffectEvent(() => {
    done(mode === 'amend' ? t('amended') : t('changed'))
    void navigate({ to: '/$organization/outcomes/$id', params: { organization, id } })
  })
  useEffect(() => {
    if (isChanged) leave()
  }, [isChanged])
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
