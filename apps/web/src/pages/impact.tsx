import type { ImpactFilter } from '@oeuvre/domain/impact/schema'
import { Impact } from '../features/impact/embed/impact.tsx'
import { LatestStories } from '../features/outcomes/embed/latest-stories.tsx'
import { TakeAlong } from '../features/reports/embed/take-along.tsx'

/** Figures and the stories that stand behind them. */
export function ImpactPage({ filter, onFilter }: { filter: ImpactFilter; onFilter: (change: Partial<ImpactFilter>) => void }) {
  return <Impact filter={filter} onFilter={onFilter} stories={<LatestStories />} take={<TakeAlong filter={filter} />} />
}
