import type { StoryPage } from '@oeuvre/domain/stage/schema'
import { Part } from '@oeuvre/ui/layout/side-head.tsx'
import { useTranslations } from 'use-intl'
import { useFormat } from '../../../lib/format.ts'
import styles from './former-words.module.css'

/** For those whom it concerns: what stood there before, so that nobody has to agree to what they cannot compare. */
export function FormerWords({ former }: { readonly former: NonNullable<StoryPage['former']> }) {
  const t = useTranslations('stage')
  const f = useFormat()
  return (
    <Part title={t('changed.title')} ruled>
      <p className={styles.since}>{t('changed.since', { day: f.instantDay(former.at), by: former.by?.name ?? '' })}</p>
      <dl className={styles.words}>
        {former.words.map(({ field, text }) => (
          <div key={field}>
            <dt>{t(`changed.fields.${field}`)}</dt>
            <dd>{text.trim() === '' ? t('changed.nothing') : text}</dd>
          </div>
        ))}
      </dl>
    </Part>
  )
}
