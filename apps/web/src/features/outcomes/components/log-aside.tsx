import { Timeline } from '@oeuvre/ui/data/timeline.tsx'
import { useTranslations } from 'use-intl'
import classes from './log.module.css'
import { useLogPage } from './log-page.ts'

/** Beside the form: what happens once it is sent. */
export function LogAside() {
  const t = useTranslations('outcomesLog.beside')
  const { form, reader } = useLogPage()
  const lead = form.people.find((person) => person.role === 'lead')
  const isOwn = lead === undefined || form.people.some((person) => person.personId === reader.id)
  return (
    <section className={classes.beside}>
      <h2>{t('next')}</h2>
      <Timeline
        items={[
          { key: 'checks', children: t('checks') },
          { key: 'ledger', children: isOwn ? t('ledger') : t('ledgerOther', { name: lead.name }) },
        ]}
      />
    </section>
  )
}
