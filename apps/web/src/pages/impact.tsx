import { formatImpactFilter, type ImpactFilter, parseImpactFilter } from '@oeuvre/domain/impact/schema'
import { Impact } from '../features/impact/embed/impact.tsx'
import { LatestStories } from '../features/outcomes/embed/latest-stories.tsx'
import { SavedViews } from '../features/outcomes/embed/saved-views.tsx'
import { TakeAlong } from '../features/reports/embed/take-along.tsx'

/** Figures and the stories that stand behind them. */
export function ImpactPage({ filter, onFilter }: { filter: ImpactFilter; onFilter: (change: Partial<ImpactFilter>) => void }) {
  return (
    <Impact
      filter={filter}
      onFilter={onFilter}
      stories={<LatestStories />}
      take={<TakeAlong filter={filter} />}
      views={<Views filter={filter} onFilter={onFilter} />}
    />
  )
}

function Views({ filter, onFilter }: { filter: ImpactFilter; onFilter: (change: Partial<ImpactFilter>) => void }) {
  const address = formatImpactFilter(filter)
  return (
    <SavedViews
      screen="impact"
      address={address}
      // What the view leaves open is as the page opens: nothing of before stays.
      onChoose={(chosen) => onFilter({ ...cleared(filter), ...parseImpactFilter(chosen) })}
      isKeepable={Object.keys(address).length > 0}
    />
  )
}

function cleared(filter: ImpactFilter): Partial<ImpactFilter> {
  return Object.fromEntries(Object.keys(filter).map((key) => [key, undefined]))
}
