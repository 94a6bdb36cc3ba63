import { Part } from '@oeuvre/ui/layout/side-head.tsx'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { ScreenLink } from '../../../components/screen-links.tsx'
import { type Outputs, trpc } from '../../../lib/api.ts'
import { useFormat } from '../../../lib/format.ts'
import { useShell } from '../../../lib/shell.ts'
import { useLikeness } from '../../outcomes/embed/use-likeness.ts'
import classes from './alike-claims.module.css'

type Row = Outputs['transfers']['alike']['rows'][number]

/** Deals that look like what somebody claimed: told, and left to whoever reviews them. */
export function AlikeClaims({ id, count }: { readonly id: string; readonly count: number }) {
  const t = useTranslations('transfers.alike')
  const { data } = useQuery(trpc.transfers.alike.queryOptions({ id }, { enabled: count > 0 }))
  if (count === 0 || !data || data.rows.length === 0) return null
  return (
    <Part title={t('title')} hint={t('hint')} ruled>
      <ul className={classes.list}>
        {data.rows.map((row) => (
          <Alike key={row.number} row={row} />
        ))}
      </ul>
    </Part>
  )
}

function Alike({ row }: { readonly row: Row }) {
  const t = useTranslations('transfers.alike')
  const f = useFormat()
  const { organization } = useShell()
  const reasons = useLikeness()
  const about = [f.day(row.occurredOn, 'medium'), row.value && f.money(row.value)].filter(Boolean).join(' · ')
  return (
    <li>
      <p>
        <small className="tabular">{t('line', { line: String(row.line) })}</small>{' '}
        {row.outcomeId ? (
          <ScreenLink to="/$organization/outcomes/$id" params={{ organization, id: row.outcomeId }}>
            {row.subject}
          </ScreenLink>
        ) : (
          <b>{row.subject}</b>
        )}{' '}
        <span>{about}</span>
      </p>
      {row.claims.map((claim) => (
        <p key={claim.id} className={classes.claim}>
          {claim.by ? t('claimOf', { name: claim.by.name }) : t('claim')}{' '}
          <ScreenLink to="/$organization/outcomes/$id" params={{ organization, id: claim.id }} look="link">
            {claim.title}
          </ScreenLink>
          {'. '}
          {reasons(claim.likeness)}
        </p>
      ))}
      {row.isAnotherHidden && <p className={classes.claim}>{t('hidden')}</p>}
    </li>
  )
}
