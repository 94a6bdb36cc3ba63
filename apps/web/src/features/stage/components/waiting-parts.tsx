import type { AskedStory, ChosenStory } from '@oeuvre/domain/stage/schema'
import { Notice } from '@oeuvre/ui/feedback/notice.tsx'
import { useTranslations } from 'use-intl'
import { PlainLink, ScreenLink } from '../../../components/screen-links.tsx'
import { useFormat } from '../../../lib/format.ts'
import { useShell } from '../../../lib/shell.ts'
import styles from './waiting-parts.module.css'

/** What waits for the reader's own word comes before everything else. */
export function AskedPart({ asked }: { readonly asked: readonly AskedStory[] }) {
  const t = useTranslations('stage.asked')
  const f = useFormat()
  const { organization } = useShell()
  if (asked.length === 0) return null
  return (
    <div className={styles.asked} data-print="hide">
      <Notice title={t('title', { count: asked.length })}>
        <ul>
          {asked.map(({ id, title, by, from }) => (
            <li key={id}>
              <p>{t('text', { by: by?.name ?? '', title, day: f.day(from) })}</p>
              <PlainLink to="/$organization/stage/$id" params={{ organization, id }}>
                {t('answer')}
              </PlainLink>
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  )
}

/** What a chooser put on stage and nobody can read yet. */
export function ChosenPart({ chosen }: { readonly chosen: readonly ChosenStory[] }) {
  const t = useTranslations('stage.chosen')
  const f = useFormat()
  const { organization } = useShell()
  if (chosen.length === 0) return null
  return (
    <section className={styles.chosen} data-print="hide" aria-labelledby="stage-chosen">
      <h2 id="stage-chosen">{t('title')}</h2>
      <ul>
        {chosen.map(({ id, title, place, from, asked, answered }) => (
          <li key={id}>
            <ScreenLink to="/$organization/stage/$id" params={{ organization, id }}>
              {title}
            </ScreenLink>
            <span>
              {place === 'ahead'
                ? t('ahead', { day: f.day(from) })
                : place === 'refused'
                  ? t('refused')
                  : t('waiting', { asked, answered: answered ?? 0 })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
