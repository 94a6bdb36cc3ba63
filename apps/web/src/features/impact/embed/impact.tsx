import type { ImpactFilter } from '@oeuvre/domain/impact/schema'
import { useSuspenseQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { trpc } from '../../../lib/api.ts'
import { usePageTitle } from '../../../lib/page-title.ts'
import { Headline } from '../components/headline.tsx'
import { ImpactBar } from '../components/impact-bar.tsx'
import { ImpactSentence } from '../components/impact-sentence.tsx'
import { Apart, Channels, Types } from '../components/kinds.tsx'
import { OverTime } from '../components/over-time.tsx'
import { Sides } from '../components/sides.tsx'
import { Teams } from '../components/teams.tsx'
import { usePageWords } from '../model/use-page-words.ts'
import styles from './impact.module.css'
import { pageQuery } from './page-query.ts'

/** The page for a board: a sentence, four figures, and what they are made of, each opening onto its stories. */
export function Impact({
  filter,
  onFilter,
  stories,
}: {
  filter: ImpactFilter
  onFilter: (change: Partial<ImpactFilter>) => void
  stories?: ReactNode
}) {
  const { data: page } = useSuspenseQuery(pageQuery(trpc, filter))
  const { t, f } = usePageWords(page)
  usePageTitle(t('title'))
  return (
    <div className={styles.page}>
      <ImpactBar page={page} filter={filter} onFilter={onFilter} />
      <h1 className="visually-hidden">{t('title')}</h1>
      <ImpactSentence page={page} filter={filter} />
      <Headline page={page} filter={filter} />
      <OverTime page={page} filter={filter} onFilter={onFilter} />
      <Sides page={page} filter={filter} />
      <Teams page={page} filter={filter} onFilter={onFilter} />
      <Types page={page} filter={filter} />
      <Channels page={page} filter={filter} />
      <Apart page={page} />
      {stories}
      <p className={styles.foot}>{t('foot', { instant: f.instant(new Date().toISOString()) })}</p>
    </div>
  )
}
