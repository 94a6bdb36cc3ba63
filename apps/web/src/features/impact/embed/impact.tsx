import type { ImpactFilter, ImpactPage } from '@oeuvre/domain/impact/schema'
import { PlainAction } from '@oeuvre/ui/actions/plain-action.tsx'
import { Notice } from '@oeuvre/ui/feedback/notice.tsx'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { usePageTitle } from '../../../lib/page-title.ts'
import { ImpactBar } from '../components/impact-bar.tsx'
import { ImpactSkeleton } from '../components/impact-skeleton.tsx'
import { PastNotice } from '../components/past-day.tsx'
import { SliceMarks } from '../components/slice-marks.tsx'
import { usePage } from '../model/use-page.ts'
import { usePageWords } from '../model/use-page-words.ts'
import { ClosingPart } from './closing-part.tsx'
import styles from './impact.module.css'
import { ImpactSections } from './impact-sections.tsx'

type ImpactProps = {
  readonly filter: ImpactFilter
  readonly onFilter: (change: Partial<ImpactFilter>) => void
  /** The newest stories of now; a page of then has none. */
  readonly stories?: ReactNode
  /** The ways in which the page leaves the house. */
  readonly take?: ReactNode
  /** Selections that were kept. */
  readonly views?: ReactNode
}

/** The page for a board: a sentence, four figures, and what they are made of, each opening onto its stories. */
export function Impact({ filter, onFilter, stories, take, views }: ImpactProps) {
  const t = useTranslations('impact')
  const common = useTranslations('words')
  const { shown, isStale, failed } = usePage(filter)
  usePageTitle(t('title'))
  if (!shown) return <ImpactSkeleton />
  const { page } = shown
  return (
    <div className={styles.page}>
      <ImpactBar page={page} filter={filter} onFilter={onFilter} take={take} views={views} />
      <h1 className="visually-hidden">{t('title')}</h1>
      {failed && (
        <div className={styles.failed}>
          <Notice tone="error" live actions={<PlainAction onClick={failed}>{common('retry')}</PlainAction>}>
            {t('failed')}
          </Notice>
        </div>
      )}
      <PastNotice page={page} onFilter={onFilter} />
      <Border page={page} />
      <SliceMarks page={page} filter={filter} onFilter={onFilter} />
      <div className={styles.parts} aria-busy={isStale || undefined} data-stale={isStale || undefined}>
        <ImpactSections page={page} filter={shown.filter} onFilter={onFilter} />
        <ClosingPart page={page} filter={shown.filter} onFilter={onFilter} />
        {!page.asOf && stories}
      </div>
      <Foot page={page} />
    </div>
  )
}

/** A manager's page says where it ends. */
function Border({ page }: { readonly page: ImpactPage }) {
  const { t, f } = usePageWords(page)
  if (page.scope === 'organization') return null
  const known = new Set(page.teams.map((team) => team.teamId))
  const roots = page.teams.flatMap(({ name, parentId }) => (name !== null && (parentId === null || !known.has(parentId)) ? name : []))
  return <p className={styles.border}>{roots.length > 0 ? t('reach', { teams: f.list(roots) }) : t('bar.reach')}</p>
}

function Foot({ page }: { readonly page: ImpactPage }) {
  const { t, f } = usePageWords(page)
  return <p className={styles.foot}>{t('foot', { instant: f.instant(new Date().toISOString()) })}</p>
}
