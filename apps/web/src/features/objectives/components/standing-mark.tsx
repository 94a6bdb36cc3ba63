import type { Standing } from '@oeuvre/domain/objectives/progress/schema'
import { useTranslations } from 'use-intl'
import styles from './standing-mark.module.css'

/** Where an objective stands, in a word; its colour says nothing that the word does not. */
export function StandingMark({ standing }: { readonly standing: Standing }) {
  const t = useTranslations('objectives.standings')
  return (
    <span className={styles.mark} data-standing={standing}>
      {t(standing)}
    </span>
  )
}
