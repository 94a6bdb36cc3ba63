import type { ImpactFilter } from '@oeuvre/domain/impact/schema'
import { useSuspenseQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { trpc } from '../../../lib/api.ts'
import { usePageTitle } from '../../../lib/page-title.ts'
import { ImpactBar } from '../components/impact-bar.tsx'
import { usePageWords } from '../model/use-page-words.ts'
import { ClosingPart } from './closing-part.tsx'
import styles from './impact.module.css'
import { ImpactSections } from './impact-sections.tsx'
import { pageQuery } from './page-query.ts'

/** The page for a board: a sentence, four figures, and what they are made of, each opening onto its stories. */
export function Impact({
  filter,
  onFilter,
  stories,
  take,
}: {
  filter: ImpactFilter
  onFilter: (change: Partial<ImpactFilter>) => void
  stories?: ReactNode
  /** The ways in which the page leaves the house. */
  take?: ReactNode
}) {
  const { data: page } = useSuspenseQuery(pageQuery(trpc, filter))
  const { t, f } = usePageWords(page)
  usePageTitle(t('title'))
  return (
    <div className={styles.page}>
      <ImpactBar page={page} filter={filter} onFilter={onFilter} take={take} />
      <h1 className="visually-hidden">{t('title')}</h1>
      <ImpactSections page={page} filter={filter} onFilter={onFilter} />
      <ClosingPart page={page} filter={filter} onFilter={onFilter} />
      {stories}
      <p className={styles.foot}>{t('foot', { instant: f.instant(new Date().toISOString()) })}</p>
    </div>
  )
}
