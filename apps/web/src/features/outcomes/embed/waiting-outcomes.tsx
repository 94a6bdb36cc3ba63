import { ItemList } from '@oeuvre/ui/data/item-list.tsx'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useFormat } from '../../../lib/format.ts'
import { useShell } from '../../../lib/shell.ts'
import { waitingQuery } from './brief-queries.ts'
import { OutcomeKind } from './outcome-kind.tsx'
import { useOutcomeTitle } from './outcome-title.ts'

/** What waits for the reader's decision, oldest first. */
export function WaitingOutcomes({ label }: { readonly label: string }) {
  const titleOf = useOutcomeTitle()
  const format = useFormat()
  const { organization } = useShell()
  const { data } = useSuspenseQuery(waitingQuery())
  const items = data.items.map(({ outcome, waitingDays, lateDays }) => ({
    key: outcome.id,
    title: (
      <Link to="/$organization/outcomes/$id" params={{ organization, id: outcome.id }}>
        {titleOf(outcome)}
      </Link>
    ),
    below: (
      <>
        <OutcomeKind type={outcome.type} /> <span>· {format.list(outcome.contributors.map((one) => one.name))}</span>
      </>
    ),
    end: lateDays > 0 ? <b>{format.days(waitingDays)}</b> : format.days(waitingDays),
  }))
  return <ItemList items={items} label={label} level={2} />
}
