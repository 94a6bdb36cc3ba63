import type { CommentOutput, CommentPart } from '@oeuvre/domain/outcomes/comments/schema'
import { PlainAction } from '@oeuvre/ui/actions/plain-action.tsx'
import { QuietAction } from '@oeuvre/ui/actions/quiet-action.tsx'
import { TextButton } from '@oeuvre/ui/actions/text-link.tsx'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useNotices } from '../../../components/notices.tsx'
import said from '../../../components/said-head.module.css'
import { ScreenLink } from '../../../components/screen-links.tsx'
import { trpc } from '../../../lib/api.ts'
import { useWords } from '../../../lib/errors.ts'
import { useFormat } from '../../../lib/format.ts'
import { failureOf } from '../../../lib/refusals.ts'
import { useShell } from '../../../lib/shell.ts'
import { withIds, withNames } from '../model/mentions.ts'
import { CommentField } from './comment-field.tsx'
import styles from './comments.module.css'

type ItemProps = { readonly comment: CommentOutput; readonly outcomeId: string }

/** Who, when, what; one's own can be changed and taken away. */
export function CommentItem({ comment, outcomeId }: ItemProps) {
  const t = useTranslations('comments')
  const f = useFormat()
  const [isEdited, setEdited] = useState(false)
  const remove = useRemoval(comment.id)
  return (
    <li>
      <div className={said.head}>
        <b>{comment.author?.name ?? t('former')}</b>
        <time dateTime={comment.at}>{f.instant(comment.at)}</time>
        {comment.editedAt && <span>{t('edited')}</span>}
      </div>
      {isEdited ? (
        <EditForm comment={comment} outcomeId={outcomeId} onDone={() => setEdited(false)} />
      ) : (
        <p className={styles.text} dir="auto">
          {comment.parts.map((part, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text have no identity but their place
            <Part key={place} part={part} />
          ))}
        </p>
      )}
      {comment.text !== null && !isEdited && (
        <div className={styles.own}>
          <TextButton look="quiet" onClick={() => setEdited(true)}>
            {t('edit')}
          </TextButton>
          <TextButton look="quiet" onClick={() => remove.mutate({ id: comment.id })} disabled={remove.isPending}>
            {t('remove')}
          </TextButton>
        </div>
      )}
    </li>
  )
}

function Part({ part }: { readonly part: CommentPart }) {
  const t = useTranslations('comments')
  const { organization } = useShell()
  if (part.kind === 'text') return part.text
  if (!part.person) return <span className={styles.former}>{t('former')}</span>
  return (
    <>
      <ScreenLink to="/$organization/people/$id" params={{ organization, id: part.person.id }} look="link">
        {part.person.name}
      </ScreenLink>
      {!part.seesIt && <small className={styles.former}> ({t('notSeen')})</small>}
    </>
  )
}

function useRemoval(id: string) {
  const t = useTranslations('comments')
  const client = useQueryClient()
  const { done } = useNotices()
  const refresh = () => client.invalidateQueries(trpc.comments.list.pathFilter())
  const restore = useMutation(trpc.comments.restore.mutationOptions({ onSettled: refresh }))
  return useMutation(
    trpc.comments.remove.mutationOptions({
      onSuccess: () => done(t('removed'), { undo: () => restore.mutate({ id }), forMs: 20_000 }),
      onSettled: refresh,
    }),
  )
}

function EditForm({ comment, outcomeId, onDone }: ItemProps & { readonly onDone: () => void }) {
  const t = useTranslations('comments')
  const common = useTranslations('words')
  const say = useWords()
  const client = useQueryClient()
  const [draft, setDraft] = useState({ id: comment.id, ...withNames(comment.parts) })
  const edit = useMutation(
    trpc.comments.edit.mutationOptions({
      meta: { showsItsErrors: true },
      onSuccess: async () => {
        await client.invalidateQueries(trpc.comments.list.pathFilter())
        onDone()
      },
    }),
  )
  const [refusal] = edit.isError ? failureOf(edit.error).refusals : []
  const send = () => edit.mutate({ id: comment.id, text: withIds(draft.text, draft.people) })
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <CommentField
        outcomeId={outcomeId}
        label={t('editOf')}
        draft={draft}
        onChange={(next) => setDraft({ id: comment.id, text: next.text, people: [...next.people] })}
        onSend={send}
        onCancel={onDone}
        error={refusal ? say(refusal) : null}
      />
      <div className={styles.ends}>
        <PlainAction type="submit" loading={edit.isPending} disabled={draft.text.trim() === ''}>
          {t('save')}
        </PlainAction>
        <QuietAction onClick={onDone}>{common('cancel')}</QuietAction>
      </div>
    </form>
  )
}
