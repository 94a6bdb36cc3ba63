import { Timeline } from '@oeuvre/ui/data/timeline.tsx'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { trpc } from '../../../lib/api.ts'
import { useFormat } from '../../../lib/format.ts'
import classes from './log.module.css'
import { useLogPage } from './log-page.ts'
import { SimilarOutcomes } from './similar-outcomes.tsx'

/** Beside the form: what happens once it is sent. */
export function LogAside() {
  const t = useTranslations('outcomesLog.beside')
  const { form, reader, mode } = useLogPage()
  const lead = form.people.find((person) => person.role === 'lead')
  const f = useFormat()
  const { data } = useQuery(trpc.people.get.queryOptions({ id: lead?.personId ?? '' }, { enabled: lead !== undefined, staleTime: 300_000 }))
  // Four eyes: whoever takes part does not review.
  const reviewers = (data?.managers ?? []).filter(({ id }) => id !== reader.id && !form.people.some((person) => person.personId === id))
  const names = f.list(
    reviewers.slice(0, 3).map(({ name }) => name),
    'or',
  )
  const isOwn = lead === undefined || form.people.some((person) => person.personId === reader.id)
  return (
    <>
      {mode !== 'amend' && <SimilarOutcomes />}
      <section className={classes.beside}>
        <h2>{t('next')}</h2>
        <Timeline
          items={[
            { key: 'checks', children: names ? t('checksBy', { names }) : t('checks') },
            { key: 'ledger', children: isOwn ? t('ledger') : t('ledgerOther', { name: lead.name }) },
          ]}
        />
      </section>
    </>
  )
}
