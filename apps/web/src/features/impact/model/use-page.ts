import type { ImpactFilter, ImpactPage } from '@oeuvre/domain/impact/schema'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { trpc } from '../../../lib/api.ts'
import { hasCode } from '../../../lib/refusals.ts'
import { pageQuery } from '../embed/page-query.ts'

type Shown = { readonly page: ImpactPage; readonly filter: ImpactFilter }

/**
 * The page that was asked for; until it is there, the one before with the filter it was asked with, so that nothing jumps. What could not
 * be loaded leaves the one before too, and says so; what is not there or not for this reader is a page of its own.
 */
export function usePage(filter: ImpactFilter): {
  readonly shown: Shown | undefined
  readonly isStale: boolean
  readonly failed: (() => void) | null
} {
  const { data, error, isFetching, refetch } = useQuery(pageQuery(trpc, filter))
  const [last, setLast] = useState<Shown | undefined>(data && { page: data, filter })
  if (data && data !== last?.page) setLast({ page: data, filter })
  if (error && (!last || hasCode(error, 'not-found') || hasCode(error, 'forbidden'))) throw error
  return { shown: data ? { page: data, filter } : last, isStale: !data, failed: error && !isFetching ? () => void refetch() : null }
}
