import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { ScreenLink } from '../../../components/screen-links.tsx'
import { type Outputs, trpc } from '../../../lib/api.ts'
import { useShell } from '../../../lib/shell.ts'
import classes from './undo-left.module.css'

type LeftRow = Outputs['transfers']['left']['rows'][number]

/** What an undo left, each opening onto its page. */
export function UndoLeft({ id }: { readonly id: string }) {
  const t = useTranslations('transfers.done')
  const { data } = useQuery(trpc.transfers.left.queryOptions({ id }))
  return (
    <ul className={classes.list}>
      {(data?.rows ?? []).map((row) => (
        <li key={`${row.kind}-${row.id}`}>
          <span>{t(`leftKinds.${row.kind}`)}</span> <LeftLink row={row} />
        </li>
      ))}
    </ul>
  )
}

function LeftLink({ row: { kind, id, name } }: { readonly row: LeftRow }) {
  const { organization } = useShell()
  const params = { organization, id }
  if (kind === 'person')
    return (
      <ScreenLink to="/$organization/people/$id" params={params}>
        {name}
      </ScreenLink>
    )
  if (kind === 'team')
    return (
      <ScreenLink to="/$organization/teams/$id" params={params}>
        {name}
      </ScreenLink>
    )
  return (
    <ScreenLink to="/$organization/outcomes/$id" params={params}>
      {name || id}
    </ScreenLink>
  )
}
