import type { ImpactFilter, ImpactPage } from '@oeuvre/domain/impact/schema'
import { TextButton } from '@oeuvre/ui/actions/text-link.tsx'
import { EmptyState } from '@oeuvre/ui/feedback/empty-state.tsx'
import { Cohorts } from '../components/cohorts.tsx'
import { Concentration } from '../components/concentration.tsx'
import { Headline } from '../components/headline.tsx'
import { HowSure } from '../components/how-sure.tsx'
import { ImpactSentence } from '../components/impact-sentence.tsx'
import { Channels, Named, Types } from '../components/kinds.tsx'
import { NotConverted } from '../components/not-converted.tsx'
import { OverTime } from '../components/over-time.tsx'
import { Presence } from '../components/presence.tsx'
import { Sides } from '../components/sides.tsx'
import { Targets } from '../components/targets.tsx'
import { Teams } from '../components/teams.tsx'
import { TimeToVerify } from '../components/time-to-verify.tsx'
import { isSliced, noSlice } from '../model/slices.ts'
import { usePageWords } from '../model/use-page-words.ts'
import styles from './impact.module.css'

type SectionsProps = {
  readonly page: ImpactPage
  /** That the page was asked with: its figures open with it. */
  readonly filter: ImpactFilter
  readonly onFilter: (change: Partial<ImpactFilter>) => void
}

/** Every part of the page, on a screen and on paper. */
export function ImpactSections({ page, filter, onFilter }: SectionsProps) {
  const both = { page, filter }
  return (
    <>
      <ImpactSentence {...both} />
      <div className={styles.headline}>
        <Headline {...both} />
      </div>
      {page.sentence.kind === 'nothing' && <Nothing {...both} onFilter={onFilter} />}
      <OverTime {...both} onFilter={onFilter} />
      <Sides {...both} />
      <Presence {...both} />
      <Cohorts {...both} />
      <Teams {...both} onFilter={onFilter} />
      <Targets {...both} />
      <Named {...both} />
      <Types {...both} />
      <Channels {...both} />
      <Concentration {...both} />
      <TimeToVerify {...both} />
      <HowSure {...both} />
      <NotConverted {...both} />
    </>
  )
}

/** What could be left out, or looked at instead. */
function Nothing({ page, filter, onFilter }: SectionsProps) {
  const { t } = usePageWords(page)
  const ways = isSliced(filter) ? (
    <TextButton look="more" onClick={() => onFilter(noSlice)}>
      {t('bar.clear')}
    </TextButton>
  ) : (
    <TextButton look="more" onClick={() => onFilter({ period: 'last-12-months' })}>
      {t('empty.longer')}
    </TextButton>
  )
  return (
    <div className={styles.nothing} data-print="hide">
      <EmptyState small title={t('empty.title')} actions={ways}>
        {t('empty.text')}
      </EmptyState>
    </div>
  )
}
