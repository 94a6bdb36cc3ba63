import type { ImpactFilter, ImpactPage } from '@oeuvre/domain/impact/schema'
import { lazy, Suspense } from 'react'
import { loadWords } from '../../../lib/language.ts'
import { isReported } from './closing-query.ts'

const Closing = lazy(async () => {
  await loadWords(['closing'])
  const { Closing: default_ } = await import('../components/closing.tsx')
  return { default: default_ }
})

type ClosingPartProps = {
  readonly page: ImpactPage
  readonly filter: ImpactFilter
  readonly onFilter: (change: Partial<ImpactFilter>) => void
}

/** What was reported of a period, for those who report it: of the whole organization, as it stands. */
export function ClosingPart({ page, filter, onFilter }: ClosingPartProps) {
  if (!isReported(page, filter)) return null
  return (
    <Suspense>
      <Closing page={page} onPeriod={(period) => onFilter({ period })} />
    </Suspense>
  )
}
