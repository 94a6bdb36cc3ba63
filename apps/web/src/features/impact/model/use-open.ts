import type { ImpactFilter, ImpactPage } from '@oeuvre/domain/impact/schema'
import type { Opened } from '@oeuvre/domain/impact/stories/rules'
import { useRouter } from '@tanstack/react-router'
import { useShell } from '../../../lib/shell.ts'
import { behind } from './drill-down.ts'

type Days = { readonly from: string; readonly to: string }

/** The ways from a figure to its stories. */
export function useOpen(filter: ImpactFilter, page: Pick<ImpactPage, 'period'>) {
  const { organization } = useShell()
  const router = useRouter()
  const target = (search: Record<string, string>) =>
    ({ to: '/$organization/outcomes', params: { organization }, search: search as never }) as const
  const search = (more?: Opened, days: Days = page.period) => behind(filter, days, more)
  const openAt = (to: Record<string, string> | null) => void (to && router.navigate(target(to)))
  return {
    /** The address; null: nothing is behind it. */
    search,
    /** For marks of a drawing. */
    open: (more?: Opened, days?: Days) => openAt(search(more, days)),
    openAt,
    /** For what is a link by itself. */
    opening(more?: Opened) {
      const to = search(more)
      return to ? { href: router.buildLocation(target(to)).href, onOpen: () => void router.navigate(target(to)) } : {}
    },
  }
}
