import { Select, Textarea } from '@mantine/core'
import type { CoachingNote, CoachingThread } from '@oeuvre/domain/programs/coaching/schema'
import { textLimits } from '@oeuvre/domain/text/storable'
import { PlainAction } from '@oeuvre/ui/actions/plain-action.tsx'
import { TextButton } from '@oeuvre/ui/actions/text-link.tsx'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useNotices } from '../../../components/notices.tsx'
import { trpc } from '../../../lib/api.ts'
import { useFormat } from '../../../lib/format.ts'
import { useProgramsChanged } from '../model/use-programs-changed.ts'
import styles from './coaching-part.module.css'

type PartProps = { readonly id: string; readonly threads: readonly CoachingThread[] }

/** What the reader and one other person write to each other. */
export function CoachingPart({ id, threads }: PartProps) {
  const t = useTranslations('programs.coaching')
  const [chosen, setChosen] = useState<string | null>(null)
  const thread = threads.find((one) => one.with.id === chosen) ?? threads[0]
  if (!thread) return <p className={styles.none}>{t('nobody')}</p>
  return (
    <div className={styles.part}>
      {threads.length > 1 && (
        <Select
          data-print="hide"
          label={t('with')}
          data={threads.map((one) => ({ value: one.with.id, label: one.with.name }))}
          value={thread.with.id}
          allowDeselect={false}
          searchable={threads.length > 8}
          onChange={setChosen}
        />
      )}
      {thread.notes.length > 0 ? (
        <ol className={styles.notes}>
          {thread.notes.map((note) => (
            <Note key={note.id} id={id} note={note} from={thread.with.name} />
          ))}
        </ol>
      ) : (
        <p className={styles.none}>{t('none', { name: thread.with.name })}</p>
      )}
      {thread.mayWrite && <Writing key={thread.with.id} id={id} to={thread.with} />}
    </div>
  )
}

type NoteProps = { readonly id: string; readonly note: CoachingNote; readonly from: string }

function Note({ id, note: { id: noteId, isOwn, words, at }, from }: NoteProps) {
  const t = useTranslations('programs.coaching')
  const f = useFormat()
  const { done } = useNotices()
  const refresh = useProgramsChanged()
  const putBack = useMutation(trpc.programs.removeNote.mutationOptions({ onSettled: refresh }))
  const takeBack = useMutation(
    trpc.programs.removeNote.mutationOptions({
      onSuccess: () => done(t('takenBack'), { undo: () => putBack.mutate({ id, noteId, isRemoved: false }) }),
      onSettled: refresh,
    }),
  )
  return (
    <li>
      <p className={styles.head}>
        <span>{t('said', { by: isOwn ? t('you') : from, day: f.instantDay(at) })}</span>
        {isOwn && (
          <TextButton look="quiet" disabled={takeBack.isPending} onClick={() => takeBack.mutate({ id, noteId, isRemoved: true })}>
            {t('takeBack')}
          </TextButton>
        )}
      </p>
      <p className={styles.words}>{words}</p>
    </li>
  )
}

/** Sent twice, it is one note: its id is there before it is sent. */
function Writing({ id, to }: { readonly id: string; readonly to: CoachingThread['with'] }) {
  const t = useTranslations('programs.coaching')
  const { done } = useNotices()
  const refresh = useProgramsChanged()
  const [words, setWords] = useState('')
  const [noteId, setNoteId] = useState(() => crypto.randomUUID())
  const write = useMutation(
    trpc.programs.writeNote.mutationOptions({
      async onSuccess() {
        await refresh()
        setWords('')
        setNoteId(crypto.randomUUID())
        done(t('written'))
      },
    }),
  )
  return (
    <form
      className={styles.writing}
      data-print="hide"
      onSubmit={(event) => {
        event.preventDefault()
        write.mutate({ id, noteId, withId: to.id, words })
      }}
    >
      <Textarea
        label={t('label', { name: to.name })}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        autosize
        minRows={2}
        maxLength={textLimits.words}
      />
      <PlainAction type="submit" loading={write.isPending} disabled={words.trim() === ''}>
        {t('write')}
      </PlainAction>
    </form>
  )
}
