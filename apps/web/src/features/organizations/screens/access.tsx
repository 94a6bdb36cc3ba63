import { Select } from '@mantine/core'
import { type AccessAdministration, formatAccessAdministration } from '@oeuvre/domain/organizations/access/schema'
import { GrantableRole, grantableRoles } from '@oeuvre/domain/organizations/schema'
import { MoreButton } from '@oeuvre/ui/actions/more-button.tsx'
import { Pick } from '@oeuvre/ui/actions/pick.tsx'
import { TextButton } from '@oeuvre/ui/actions/text-link.tsx'
import { Loading, RowSkeleton } from '@oeuvre/ui/feedback/skeletons.tsx'
import { PageHead } from '@oeuvre/ui/layout/page-head.tsx'
import { useTranslations } from 'use-intl'
import { MainLink, PlainLink } from '../../../components/screen-links.tsx'
import { SearchField } from '../../../components/search-field.tsx'
import { usePageTitle } from '../../../lib/page-title.ts'
import { useShell } from '../../../lib/shell.ts'
import classes from '../components/access.module.css'
import { AccessTable } from '../components/access-table.tsx'
import { InvitePanel } from '../components/invite-panel.tsx'
import { MemberPanel } from '../components/member-panel.tsx'
import { useAccessList } from '../model/use-access-list.ts'

type AccessProps = { readonly state: AccessAdministration; readonly onState: (next: AccessAdministration) => void }

const views = ['some', 'active', 'invited', 'ended', 'none'] as const

/** Who can sign in, who was asked to, with which roles. What is open stands in the address. */
export function AccessScreen({ state, onState }: AccessProps) {
  const t = useTranslations('organizations.access')
  const { organization } = useShell()
  usePageTitle(t('title'))
  // A panel has the one main action while it is open.
  const Invite = state.person ? PlainLink : MainLink
  const close = () => onState({ ...state, person: undefined })
  return (
    <>
      <PageHead title={t('title')} intro={t('intro')} size="title" />
      <div className={classes.bar}>
        <Pick
          label={t('filter.label')}
          value={state.access ?? 'some'}
          options={views.map((key) => ({ key, label: t(`filter.${key}`) }))}
          onPick={(access) => onState({ ...state, access: access === 'some' ? undefined : access })}
        />
        <Invite
          resetScroll={false}
          to="/$organization/admin/access"
          params={{ organization }}
          search={formatAccessAdministration({ ...state, person: 'new' })}
        >
          {t('invite')}
        </Invite>
      </div>
      <Filters state={state} onState={onState} />
      <List state={state} onState={onState} />
      {state.person === 'new' && <InvitePanel onClose={close} />}
      {state.person && state.person !== 'new' && <MemberPanel personId={state.person} onClose={close} />}
    </>
  )
}

function Filters({ state, onState }: AccessProps) {
  const t = useTranslations('organizations')
  return (
    <search className={classes.filters}>
      <SearchField
        label={t('access.search')}
        keyLabel={t('access.find')}
        value={state.q ?? ''}
        onSearch={(q) => onState({ ...state, q: q || undefined })}
      />
      <Select
        size="sm"
        clearable
        aria-label={t('access.roleFilter')}
        placeholder={t('access.anyRole')}
        data={grantableRoles.map((role) => ({ value: role, label: t(`roles.${role}`) }))}
        value={state.role ?? null}
        onChange={(role) => onState({ ...state, role: GrantableRole.safeParse(role).data })}
      />
    </search>
  )
}

function List({ state, onState }: AccessProps) {
  const t = useTranslations('organizations')
  const more = useTranslations('words')('more')
  const { q, access = 'some', role } = state
  const list = useAccessList({ q, access, role })
  if (list.isPending)
    return (
      <Loading label={t('loading')}>
        <RowSkeleton rows={10} widths={[28, 26, 20, 14]} />
      </Loading>
    )
  if (list.rows.length === 0)
    return (
      <p className={classes.nobody} role="status">
        {q ? t('access.nothing') : t('access.nobody')}{' '}
        {(q || role || state.access) && <TextButton onClick={() => onState({})}>{t('access.showAll')}</TextButton>}
      </p>
    )
  return (
    <>
      <div className={classes.table} data-stale={list.isStale || undefined}>
        <AccessTable rows={list.rows} state={state} />
      </div>
      {list.more && (
        <MoreButton onClick={list.more} loading={list.isLoadingMore}>
          {more}
        </MoreButton>
      )}
    </>
  )
}
