import type { OutcomeSummary } from '@oeuvre/domain/outcomes/schema'
import { ItemList } from '@oeuvre/ui/data/item-list.tsx'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useFormat } from '../../../lib/format.ts'
import { useShell } from '../../../lib/shell.ts'
import { mineInHandQuery } from './brief-queries.ts'
import { OutcomeKind } from './outcome-kind.tsx'
import { OutcomeStateMark } from './outcome-state-mark.tsx'
import { useOutcomeTitle } from './outcome-title.ts'

export function useMyOutcomes(): readonly OutcomeSummary[] {
  return useSuspenseQuery(mineInHandQuery()).data.items
}

/** What is still in the reader's hands, the latest change first. */
export function MyOutcomes({ label }: { readonly label: string }) {
  const titleOf = useOutcomeTitle()
  const format = useFormat()
  const { organization, today } = useShell()
  const items = useMyOutcomes().map((one) => ({
    key: one.id,
    title: (
      <Link
        to={one.state === 'draft' ? '/$organization/outcomes/$id/edit' : '/$organization/outcomes/$id'}
        params={{ organization, id: one.id }}
      >
        {titleOf(one)}
      </Link>
    ),
    below: <OutcomeKind type={one.type} />,
    end: (
      <>
        <OutcomeStateMark state={one.state} />
        <small>{format.relativeDay(format.dayOf(one.submittedAt ?? one.createdAt), today)}</small>
      </>
    ),
  }))
  return <ItemList items={items} label={label} />
}
