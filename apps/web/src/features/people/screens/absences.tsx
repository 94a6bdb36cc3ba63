import type { Delegation } from '@oeuvre/domain/people/delegation/schema'
import { QuietAction } from '@oeuvre/ui/actions/quiet-action.tsx'
import { PageHead } from '@oeuvre/ui/layout/page-head.tsx'
import { SideHead } from '@oeuvre/ui/layout/side-head.tsx'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { useNotices } from '../../../components/notices.tsx'
import { trpc } from '../../../lib/api.ts'
import { useFormat } from '../../../lib/format.ts'
import { usePageTitle } from '../../../lib/page-title.ts'
import { useShell } from '../../../lib/shell.ts'
import { DelegationForm } from '../components/delegation-form.tsx'
import classes from '../components/delegations.module.css'
import { useDelegationsChanged } from '../model/use-delegations-changed.ts'

/** Who decides in whose place, and until when: said by a manager for themself, by administrators for anybody. */
export function Absences() {
  const t = useTranslations('people.absences')
  usePageTitle(t('title'))
  const { data } = useSuspenseQuery(trpc.people.delegations.queryOptions())
  return (
    <>
      <PageHead title={t('title')} intro={t('intro')} size="title" />
      {data.absentees.length > 0 && (
        <SideHead title={t('newTitle')} note={t('newNote')}>
          <DelegationForm absentees={data.absentees} />
        </SideHead>
      )}
      <SideHead title={t('listTitle')} note={t('listNote')}>
        {data.delegations.length === 0 ? (
          <p className={classes.none}>{t('none')}</p>
        ) : (
          <ul className={classes.list}>
            {data.delegations.map((delegation) => (
              <Row key={delegation.id} delegation={delegation} />
            ))}
          </ul>
        )}
      </SideHead>
    </>
  )
}

function Row({ delegation }: { readonly delegation: Delegation }) {
  const t = useTranslations('people.absences')
  const f = useFormat()
  const { person: reader } = useShell()
  const { person, delegate, fromDay, toDay, reason, isRunning, canEnd } = delegation
  const end = useEnding(delegation)
  const who =
    person.id === reader.id
      ? t('mine', { delegate: delegate.name })
      : delegate.id === reader.id
        ? t('iStandIn', { name: person.name })
        : t('other', { name: person.name, delegate: delegate.name })
  return (
    <li className={classes.row}>
      <div>
        <b>{who}</b>
        <p className={classes.about}>
          {t(isRunning ? 'running' : 'coming', { from: f.day(fromDay, 'medium'), to: f.day(toDay, 'medium') })}
          {reason !== '' && <> · {reason}</>}
        </p>
      </div>
      {canEnd && (
        <QuietAction onClick={() => end.mutate({ id: delegation.id })} loading={end.isPending} aria-label={`${t('end')} ${who}`}>
          {t('end')}
        </QuietAction>
      )}
    </li>
  )
}

function useEnding({ person, delegate, fromDay, toDay, reason }: Delegation) {
  const t = useTranslations('people.absences')
  const { done } = useNotices()
  const refresh = useDelegationsChanged()
  const again = useMutation(trpc.people.startDelegation.mutationOptions({ onSettled: refresh }))
  return useMutation(
    trpc.people.endDelegation.mutationOptions({
      onSuccess: () =>
        done(t('ended', { name: delegate.name }), {
          undo: () => again.mutate({ id: crypto.randomUUID(), personId: person.id, delegateId: delegate.id, fromDay, toDay, reason }),
        }),
      onSettled: refresh,
    }),
  )
}
