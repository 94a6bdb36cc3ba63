import type { ImpactFilter } from '@oeuvre/domain/impact/schema'
import { ImpactPrint } from '../features/impact/embed/impact-print.tsx'
import { LatestStories } from '../features/outcomes/embed/latest-stories.tsx'

/** What the impact page shows, on paper. */
export function ImpactPrintPage({ filter, paper }: { filter: ImpactFilter; paper: 'a4' | 'letter' }) {
  return <ImpactPrint filter={filter} paper={paper} stories={<LatestStories />} />
}
