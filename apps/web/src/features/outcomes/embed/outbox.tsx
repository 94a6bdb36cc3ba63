import { ItemList } from '@oeuvre/ui/data/item-list.tsx'
import { RowHead } from '@oeuvre/ui/layout/side-head.tsx'
import { onlineManager } from '@tanstack/react-query'
import { Link, useLocation } from '@tanstack/react-router'
import { useSyncExternalStore } from 'react'
import { useTranslations } from 'use-intl'
import { useFormat } from '../../../lib/format.ts'
import { serverState } from '../../../lib/server-state.ts'
import { useShell } from '../../../lib/shell.ts'
import { useStore } from '../../../lib/store.ts'
import type { Outgoing } from '../model/outbox.ts'
import { useOutbox, useTitleOfForm } from '../model/use-outbox.ts'
import classes from './outbox.module.css'

/** What this device keeps and the server has not: on home, and on every page while there is no line. */
export function Outbox() {
  const t = useTranslations('outcomesOutbox')
  const { waiting, isSending } = useOutbox()
  const { organization } = useShell()
  const { pathname } = useLocation()
  const isOnline = useSyncExternalStore(onlineManager.subscribe, () => onlineManager.isOnline())
  const isGone = useStore(serverState) === 'gone'
  const isHome = pathname.replace(/\/$/, '') === `/${organization}`
  const isForm = /\/outcomes\/(new|[^/]+\/edit)$/.test(pathname)
  if (waiting.length === 0 || isForm || (!isHome && isOnline && !isGone)) return null
  return (
    <div className={classes.outbox}>
      <RowHead title={t('title')}>
        <Waiting waiting={waiting} isSending={isSending} />
      </RowHead>
    </div>
  )
}

function Waiting({ waiting, isSending }: { readonly waiting: readonly Outgoing[]; readonly isSending: boolean }) {
  const t = useTranslations('outcomesOutbox')
  const f = useFormat()
  const title = useTitleOfForm()
  const { organization, today } = useShell()
  const items = waiting.map(({ copy, fate }) => ({
    key: copy.form.id,
    title: (
      <Link to="/$organization/outcomes/$id/edit" params={{ organization, id: copy.form.id }}>
        {title(copy.form)}
      </Link>
    ),
    below: copy.sending ? t('toReview') : undefined,
    end: (
      <>
        <span role="status">{fate === 'look' ? t('look') : isSending ? t('sending') : t('kept')}</span>
        <small>{f.relativeDay(f.dayOf(new Date(copy.changedAt).toISOString()), today)}</small>
      </>
    ),
  }))
  return <ItemList items={items} label={t('title')} />
}
