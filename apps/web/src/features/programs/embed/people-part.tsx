import type { ProgramPage } from '@oeuvre/domain/programs/schema'
import { QuietAction } from '@oeuvre/ui/actions/quiet-action.tsx'
import { type Column, DataTable } from '@oeuvre/ui/data/data-table.tsx'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useNotices } from '../../../components/notices.tsx'
import { ScreenLink } from '../../../components/screen-links.tsx'
import { trpc } from '../../../lib/api.ts'
import { useShell } from '../../../lib/shell.ts'
import { PersonSelect } from '../../people/embed/person-select.tsx'
import { useProgramsChanged } from '../model/use-programs-changed.ts'
import styles from './people-part.module.css'

type Row = NonNullable<ProgramPage['people']>[number]
type PeoplePartProps = { readonly program: ProgramPage['program']; readonly people: readonly Row[] }

/** For owner and coaches: who take part, whom they invited, and inviting. */
export function PeoplePart({ program, people }: PeoplePartProps) {
  const t = useTranslations('programs.people')
  const { organization } = useShell()
  const columns: Column<Row>[] = [
    {
      key: 'name',
      header: t('person'),
      rowHeader: true,
      cell: ({ id, name }) => (
        <ScreenLink look="plain" to="/$organization/people/$id" params={{ organization, id }}>
          {name}
        </ScreenLink>
      ),
    },
    { key: 'state', header: t('state'), width: 176, cell: ({ isTakingPart }) => t(isTakingPart ? 'takesPart' : 'doesNot') },
  ]
  return (
    <div className={styles.part}>
      {people.length > 0 ? (
        <DataTable caption={t('title')} columns={columns} rows={people} rowKey={({ id }) => id} tight />
      ) : (
        <p className={styles.none}>{t('none')}</p>
      )}
      {program.can.invite && <Invite id={program.id} />}
    </div>
  )
}

function Invite({ id }: { readonly id: string }) {
  const t = useTranslations('programs.people')
  const { done } = useNotices()
  const refresh = useProgramsChanged()
  const [people, setPeople] = useState<readonly { readonly id: string; readonly name: string }[]>([])
  const invite = useMutation(
    trpc.programs.invite.mutationOptions({
      onSuccess() {
        setPeople([])
        done(t('invited'))
      },
      onSettled: refresh,
    }),
  )
  return (
    <div className={styles.invite} data-print="hide">
      <PersonSelect label={t('invite')} description={t('inviteHint')} value={people} onChange={setPeople} />
      <QuietAction
        disabled={people.length === 0}
        loading={invite.isPending}
        onClick={() => invite.mutate({ id, personIds: people.map((person) => person.id) })}
      >
        {t('send')}
      </QuietAction>
    </div>
  )
}
