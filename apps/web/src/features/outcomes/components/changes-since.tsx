import type { OutcomeDetail } from '@oeuvre/domain/outcomes/schema'
import { QuietAction } from '@oeuvre/ui/actions/quiet-action.tsx'
import { Change } from '@oeuvre/ui/data/timeline.tsx'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent } from 'react'
import { useTranslations } from 'use-intl'
import { trpc } from '../../../lib/api.ts'
import { useFormat } from '../../../lib/format.ts'
import styles from './changes-since.module.css'
import { useValueText } from './use-value-text.ts'

/**
 * What its author changed since the reader last looked, field by field, until it is said to be seen. Opening what says nothing new
 * is the look.
 */
export function ChangesSince({ outcome }: { readonly outcome: OutcomeDetail }) {
  const t = useTranslations('review')
  const f = useFormat()
  const say = useValueText()
  const client = useQueryClient()
  const { id, version, can } = outcome
  const decides = can.verify || can.confirm
  const { data } = useQuery(trpc.review.changes.queryOptions({ id }, { enabled: decides }))
  const look = useMutation(
    trpc.review.look.mutationOptions({
      meta: { showsItsErrors: true },
      onSuccess: () =>
        Promise.all([
          client.invalidateQueries(trpc.review.changes.queryFilter({ id })),
          client.invalidateQueries(trpc.review.queue.pathFilter()),
        ]),
    }),
  )
  const isNothingNew = decides && data?.since === null
  const seen = useEffectEvent(() => look.variables?.version !== version && look.mutate({ id, version }))
  useEffect(() => {
    if (isNothingNew) seen()
  }, [isNothingNew])
  if (!data?.since) return null
  return (
    <section className={styles.changes} aria-label={t('changes.title')}>
      <div className={styles.head}>
        <h3>{t('changes.title')}</h3>
        <QuietAction onClick={() => look.mutate({ id, version })} loading={look.isPending}>
          {t('changes.seen')}
        </QuietAction>
      </div>
      <p className={styles.when}>{t('changes.since', { day: f.instant(data.since) })}</p>
      <dl className={styles.fields}>
        {data.changes.map(({ field, before, after }) => (
          <div key={field}>
            <dt>{t(`outcome.fields.${field}`)}</dt>
            <dd>
              <Change before={say(before)} after={say(after)} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
