import { onlineManager, useQueryClient } from '@tanstack/react-query'
import { useLocation } from '@tanstack/react-router'
import { useEffect, useEffectEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useNotices } from '../../../components/notices.tsx'
import { trpc } from '../../../lib/api.ts'
import { serverState } from '../../../lib/server-state.ts'
import { sessionEnded } from '../../../lib/session.ts'
import { useShell } from '../../../lib/shell.ts'
import { useAmountWriting } from '../components/use-amount-writing.ts'
import { useOutcomeTitle } from '../embed/outcome-title.ts'
import { forgetOutcomes } from './log-calls.ts'
import type { LogForm } from './log-form.ts'
import { listOutgoing, type Outgoing, sendOutgoing } from './outbox.ts'

/** A form that was just closed still saves by itself. */
const afterClosing = 800

/** Sends what forms left behind, from whatever page: on arriving, after each page, and when line, server or session are back. */
export function useOutbox(): { readonly waiting: readonly Outgoing[]; readonly isSending: boolean } {
  const { pathname } = useLocation()
  const { organization, person } = useShell()
  const writing = useAmountWriting()
  const tell = useTelling()
  useFormOffline()
  const [state, setState] = useState<{ waiting: readonly Outgoing[]; isSending: boolean }>({ waiting: [], isSending: false })
  const round = useEffectEvent(async () => {
    const owner = { organization, personId: person.id }
    const before = await listOutgoing(owner)
    setState({ waiting: before, isSending: before.some(({ fate }) => fate === 'kept') && onlineManager.isOnline() })
    if (before.length === 0) return
    const done = await sendOutgoing({ owner, writing }).catch(() => [])
    const after = await listOutgoing(owner)
    const fates = new Map(done.map(({ copy, fate }) => [copy.form.id, fate]))
    setState({ waiting: after.map(({ copy, fate }) => ({ copy, fate: fates.get(copy.form.id) ?? fate })), isSending: false })
    tell(done)
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page, another round
  useEffect(() => {
    const begin = () => void round()
    const timer = setTimeout(begin, afterClosing)
    const subscriptions = [onlineManager.subscribe(begin), serverState.subscribe(begin), sessionEnded.subscribe(begin)]
    return () => {
      clearTimeout(timer)
      for (const end of subscriptions) end()
    }
  }, [pathname])
  return state
}

function useTelling(): (done: readonly Outgoing[]) => void {
  const t = useTranslations('outcomesOutbox')
  const title = useTitleOfForm()
  const notices = useNotices()
  return (done) => {
    const arrived = done.filter(({ fate }) => fate === 'sent' || fate === 'saved')
    if (arrived.length > 0) forgetOutcomes()
    for (const { copy, fate } of arrived) {
      const said = { title: title(copy.form) }
      if (fate === 'sent') notices.done(t('sent', said))
      else if (copy.base === null) notices.done(t('saved', said))
    }
  }
}

/** What the form asks for, heard before there is no line. */
function useFormOffline() {
  const client = useQueryClient()
  useEffect(() => {
    const options = { staleTime: 300_000 }
    void client.prefetchQuery(trpc.outcomes.vocabulary.queryOptions(undefined, options))
    void client.prefetchQuery(trpc.accounts.listOwn.queryOptions(undefined, options))
    void client.prefetchQuery(trpc.people.suggest.queryOptions({ q: '' }, options))
  }, [client])
}

export function useTitleOfForm(): (form: LogForm) => string {
  const titleOf = useOutcomeTitle()
  return ({ title, subject }) => titleOf({ title, subject, type: null })
}
