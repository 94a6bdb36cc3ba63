import type { PersonRecord } from '@oeuvre/domain/people/schema'
import { MainAction } from '@oeuvre/ui/actions/main-action.tsx'
import { TextButton } from '@oeuvre/ui/actions/text-link.tsx'
import { Notice } from '@oeuvre/ui/feedback/notice.tsx'
import { LineSkeleton, Loading } from '@oeuvre/ui/feedback/skeletons.tsx'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { FormError } from '../../../components/form-error.tsx'
import { ScreenLink } from '../../../components/screen-links.tsx'
import { PanelPart, SidePanel } from '../../../components/side-panel.tsx'
import { trpc } from '../../../lib/api.ts'
import { describe, useWords } from '../../../lib/errors.ts'
import { useShell } from '../../../lib/shell.ts'
import { useEditPerson } from '../model/use-person-form.ts'
import { LeavingPart } from './leaving-part.tsx'
import { MoveForm } from './move-form.tsx'
import classes from './panel.module.css'
import { usePeriodWords } from './period-words.ts'
import { PersonFields } from './person-fields.tsx'

type PanelProps = { readonly id: string; readonly onClose: () => void; readonly ofLeaver?: ((personId: string) => ReactNode) | undefined }

/** All that is kept about somebody, and what an administrator can do about it. */
export function PersonPanel({ id, onClose, ofLeaver }: PanelProps) {
  const t = useTranslations('people')
  const words = useWords()
  const { data: record, error } = useQuery(trpc.people.record.queryOptions({ id }))
  return (
    <SidePanel title={record?.name ?? t('form.identity')} onClose={onClose}>
      {record && <Record key={record.id} record={record} ofLeaver={ofLeaver} />}
      {!record && error && <Notice tone="error">{describe(error, words)}</Notice>}
      {!record && !error && (
        <Loading label={t('loading')}>
          <LineSkeleton lines={6} />
        </Loading>
      )}
    </SidePanel>
  )
}

function Record({ record, ofLeaver }: { readonly record: PersonRecord } & Pick<PanelProps, 'ofLeaver'>) {
  const t = useTranslations('people')
  const { organization } = useShell()
  return (
    <>
      {record.can.edit && <EditForm record={record} />}
      <PanelPart title={t('form.memberships')}>
        <Memberships record={record} />
        {record.can.move && <MoveForm people={[{ id: record.id, name: record.name, teamId: currentTeam(record) }]} />}
      </PanelPart>
      <PanelPart title={t('form.accessTitle')}>
        <p className={classes.line}>
          {t(`admin.accessState.${record.access}`)}
          <ScreenLink to="/$organization/admin/access" params={{ organization }} search={{ person: record.id }}>
            {t('form.accessLink')}
          </ScreenLink>
        </p>
      </PanelPart>
      <LeavingPart record={record} />
      {record.status === 'left' && ofLeaver?.(record.id)}
    </>
  )
}

/** The newest period stands first; it is today's when nothing has ended it. */
function currentTeam(record: PersonRecord): string | null {
  return record.memberships.find((one) => one.to === null)?.team.id ?? null
}

function EditForm({ record }: { readonly record: PersonRecord }) {
  const t = useTranslations('people.form')
  const words = useTranslations('words')
  const client = useQueryClient()
  const { form, problem, isConflict, meanwhile, isPending, submit } = useEditPerson(record)
  return (
    <form onSubmit={submit} noValidate>
      <PersonFields form={form} meanwhile={meanwhile} />
      {isConflict && (
        <Notice
          tone="warn"
          live
          actions={
            <TextButton onClick={() => void client.invalidateQueries(trpc.people.record.queryFilter({ id: record.id }))}>
              {t('reread')}
            </TextButton>
          }
        >
          {t('conflict')}
        </Notice>
      )}
      <FormError>{problem}</FormError>
      <div className={classes.ends}>
        <MainAction type="submit" loading={isPending} disabled={!form.isDirty()}>
          {words('save')}
        </MainAction>
      </div>
    </form>
  )
}

function Memberships({ record }: { readonly record: PersonRecord }) {
  const t = useTranslations('people.form')
  const period = usePeriodWords()
  if (record.memberships.length === 0) return <p className={classes.quiet}>{t('noMembership')}</p>
  return (
    <ul className={classes.periods}>
      {record.memberships.map((one) => (
        <li key={one.from ?? ''}>
          {one.team.name} <span>{period(one)}</span>
        </li>
      ))}
    </ul>
  )
}
