import { Textarea } from '@mantine/core'
import { type CheckInsOutput, checkInUses, checkInWishes } from '@oeuvre/domain/programs/check-ins/schema'
import { PlainAction } from '@oeuvre/ui/actions/plain-action.tsx'
import { type Column, DataTable } from '@oeuvre/ui/data/data-table.tsx'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { ChoiceField } from '../../../components/form-frame.tsx'
import { useNotices } from '../../../components/notices.tsx'
import { ScreenLink } from '../../../components/screen-links.tsx'
import { trpc } from '../../../lib/api.ts'
import { useFormat } from '../../../lib/format.ts'
import { useShell } from '../../../lib/shell.ts'
import { useProgramsChanged } from '../model/use-programs-changed.ts'
import styles from './own-part.module.css'

type Own = NonNullable<CheckInsOutput['own']>
type Coach = { readonly id: string; readonly name: string }
type OwnProps = { readonly id: string; readonly own: Own; readonly coaches: readonly Coach[] }

/** Two questions to whoever takes part, and the help that is there. */
export function OwnCheckIn({ id, own: { days, answer }, coaches }: OwnProps) {
  const t = useTranslations('programs.checkIn')
  const { done } = useNotices()
  const refresh = useProgramsChanged()
  const [use, setUse] = useState(answer?.use ?? 'some')
  const [wish, setWish] = useState(answer?.wish ?? 'nothing')
  const [words, setWords] = useState(answer?.words ?? '')
  const send = useMutation(trpc.programs.answerCheckIn.mutationOptions({ onSuccess: () => done(t('done')), onSettled: refresh }))
  return (
    <form
      className={styles.part}
      onSubmit={(event) => {
        event.preventDefault()
        send.mutate({ id, days, use, wish, words })
      }}
    >
      <p className={styles.text}>{t('since', { days: String(days) })}</p>
      <ChoiceField
        label={t('use')}
        options={checkInUses.map((value) => ({ value, label: t(`uses.${value}`) }))}
        value={use}
        onChoose={setUse}
        note=""
      />
      <ChoiceField
        label={t('wish')}
        options={checkInWishes.map((value) => ({ value, label: t(`wishes.${value}`) }))}
        value={wish}
        onChoose={setWish}
        note=""
      />
      {wish === 'coach' && <Help coaches={coaches} />}
      {wish === 'example' && <p className={styles.text}>{t('guide')}</p>}
      <Textarea
        label={t('words')}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        autosize
        minRows={2}
        maxLength={2000}
      />
      <div className={styles.ends}>
        <PlainAction type="submit" loading={send.isPending}>
          {t(answer ? 'again' : 'answer')}
        </PlainAction>
      </div>
    </form>
  )
}

function Help({ coaches }: Pick<OwnProps, 'coaches'>) {
  const t = useTranslations('programs.checkIn')
  const { organization } = useShell()
  if (coaches.length === 0) return <p className={styles.text}>{t('noCoach')}</p>
  return (
    <p className={styles.text}>
      {t('ask')}{' '}
      {coaches.map(({ id, name }, at) => (
        <span key={id}>
          {at > 0 && ', '}
          <ScreenLink to="/$organization/people/$id" params={{ organization, id }}>
            {name}
          </ScreenLink>
        </span>
      ))}
    </p>
  )
}

type Answer = NonNullable<CheckInsOutput['answers']>[number]

/** For coaches: what was said. Who said nothing is nowhere. */
export function CheckInAnswers({ answers }: { readonly answers: readonly Answer[] }) {
  const t = useTranslations('programs.checkIn')
  const f = useFormat()
  const { organization } = useShell()
  if (answers.length === 0) return <p className={styles.text}>{t('noAnswers')}</p>
  const columns: Column<Answer>[] = [
    {
      ...{ key: 'person', header: t('person'), rowHeader: true },
      cell: ({ person, days, answeredOn }) => (
        <span className={styles.who}>
          <ScreenLink look="plain" to="/$organization/people/$id" params={{ organization, id: person.id }}>
            {person.name}
          </ScreenLink>
          <small>{t('when', { days: String(days), day: f.day(answeredOn) })}</small>
        </span>
      ),
    },
    { key: 'use', header: t('useShort'), width: 120, cell: ({ use }) => t(`uses.${use}`) },
    { key: 'wish', header: t('wishShort'), width: 136, cell: ({ wish }) => t(`wishes.${wish}`) },
    { key: 'words', header: t('wordsShort'), width: '34%', phone: 'drop', cell: ({ words }) => words },
  ]
  return <DataTable caption={t('answers')} columns={columns} rows={answers} rowKey={({ person, days }) => `${person.id} ${days}`} tight />
}
