import { RowHead } from '@oeuvre/ui/layout/side-head.tsx'
import { Quote } from '@oeuvre/ui/reading/quote.tsx'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { ScreenLink } from '../../../components/screen-links.tsx'
import { useShell } from '../../../lib/shell.ts'
import styles from '../components/kudos.module.css'
import { ThanksFrom } from '../components/thanks-from.tsx'
import { receivedQuery } from './received-query.ts'

/** What colleagues said, the newest first: read, not counted. */
export function ReceivedThanks() {
  const t = useTranslations('recognition')
  const { organization, person } = useShell()
  const { data } = useSuspenseQuery(receivedQuery(person.id))
  if (data.kudos.length === 0) return null
  const all = data.nextCursor && (
    <ScreenLink look="more" to="/$organization/people/$id" params={{ organization, id: person.id }} hash="thanks">
      {t('allReceived')}
    </ScreenLink>
  )
  return (
    <RowHead title={t('received')} end={all}>
      <div className={styles.trio}>
        {data.kudos.map((kudos) => (
          <Quote key={kudos.id} look="thanks" by={<ThanksFrom kudos={kudos} withStory />}>
            {t('quoted', { text: kudos.text })}
          </Quote>
        ))}
      </div>
    </RowHead>
  )
}
