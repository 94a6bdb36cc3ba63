import type { AccessAdministration, AccessRow } from '@oeuvre/domain/organizations/access/schema'
import { formatAccessAdministration } from '@oeuvre/domain/organizations/access/schema'
import { DataTable } from '@oeuvre/ui/data/data-table.tsx'
import { useTranslations } from 'use-intl'
import { ScreenLink } from '../../../components/screen-links.tsx'
import { useFormat } from '../../../lib/format.ts'
import { useShell } from '../../../lib/shell.ts'
import classes from './access.module.css'

type AccessTableProps = { readonly rows: readonly AccessRow[]; readonly state: AccessAdministration }

export function AccessTable({ rows, state }: AccessTableProps) {
  const t = useTranslations('organizations.access')
  const { organization } = useShell()
  return (
    <DataTable
      caption={t('table')}
      rows={rows}
      rowKey={(row) => row.personId}
      isMarked={(row) => row.personId === state.person}
      columns={[
        {
          key: 'name',
          header: t('name'),
          rowHeader: true,
          width: '28%',
          cell: (row) => (
            <>
              <ScreenLink
                look="plain"
                resetScroll={false}
                to="/$organization/admin/access"
                params={{ organization }}
                search={formatAccessAdministration({ ...state, person: row.personId })}
              >
                {row.name}
              </ScreenLink>
              {row.isSelf && <span className={classes.self}> {t('self')}</span>}
              <span className={classes.about}>{row.title}</span>
            </>
          ),
        },
        {
          key: 'email',
          header: t('email'),
          phone: 'drop',
          width: '28%',
          cell: (row) => <span className={classes.email}>{row.email}</span>,
        },
        { key: 'roles', header: t('role'), phone: 'drop', cell: (row) => <Roles row={row} /> },
        { key: 'state', header: t('state'), width: 172, cell: (row) => <State row={row} /> },
      ]}
    />
  )
}

/** What adds to "employee", which everybody is. */
function Roles({ row }: { readonly row: AccessRow }) {
  const t = useTranslations('organizations.roles')
  const roles = [...(row.isManager ? (['manager'] as const) : []), ...(row.invitation?.roles ?? row.roles)]
  if (roles.length === 0) return row.access === 'none' ? null : <span className={classes.quiet}>{t('employee')}</span>
  return roles.map((role) => t(role)).join(' · ')
}

function State({ row: { access, invitation } }: { readonly row: AccessRow }) {
  const t = useTranslations('organizations.access')
  const { instantDay } = useFormat()
  if (access === 'active') return t('states.active')
  if (!invitation) return <span className={classes.quiet}>{t(`states.${access}`)}</span>
  if (invitation.isExpired) return t('expired')
  return (
    <>
      {t('states.invited')}
      <span className={classes.about}>{t('until', { day: instantDay(invitation.expiresAt, 'medium') })}</span>
    </>
  )
}
