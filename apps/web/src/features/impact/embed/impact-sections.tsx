import type { ImpactFilter, ImpactPage } from '@oeuvre/domain/impact/schema'
import { Headline } from '../components/headline.tsx'
import { ImpactSentence } from '../components/impact-sentence.tsx'
import { Apart, Channels, Types } from '../components/kinds.tsx'
import { OverTime } from '../components/over-time.tsx'
import { Sides } from '../components/sides.tsx'
import { Teams } from '../components/teams.tsx'

type SectionsProps = {
  readonly page: ImpactPage
  readonly filter: ImpactFilter
  readonly onFilter: (change: Partial<ImpactFilter>) => void
}

/** Every part of the page, on a screen and on paper. */
export function ImpactSections({ page, filter, onFilter }: SectionsProps) {
  return (
    <>
      <ImpactSentence page={page} filter={filter} />
      <Headline page={page} filter={filter} />
      <OverTime page={page} filter={filter} onFilter={onFilter} />
      <Sides page={page} filter={filter} />
      <Teams page={page} filter={filter} onFilter={onFilter} />
      <Types page={page} filter={filter} />
      <Channels page={page} filter={filter} />
      <Apart page={page} />
    </>
  )
}
