import { MoreButton } from '@oeuvre/ui/actions/more-button.tsx'
import { PlainAction } from '@oeuvre/ui/actions/plain-action.tsx'
import { TextButton } from '@oeuvre/ui/actions/text-link.tsx'
import { Loading, RowSkeleton } from '@oeuvre/ui/feedback/skeletons.tsx'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { trpc } from '../../../lib/api.ts'
import { useWords } from '../../../lib/errors.ts'
import { failureOf } from '../../../lib/refusals.ts'
import { emptyDraft, useCommentDraft } from '../model/comment-draft.ts'
import { withIds } from '../model/mentions.ts'
import { CommentField } from './comment-field.tsx'
import { CommentItem } from './comment-item.tsx'
import styles from './comments.module.css'

/** What is said of a result by those who may read it, the oldest first, and a field to say more. */
export function Comments({ outcomeId }: { readonly outcomeId: string }) {
  return (
    <div className={styles.comments}>
      <Said outcomeId={outcomeId} />
      <Composer outcomeId={outcomeId} />
    </div>
  )
}

function Said({ outcomeId }: { readonly outcomeId: string }) {
  const t = useTranslations('comments')
  const common = useTranslations('words')
  const { data, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    trpc.comments.list.infiniteQueryOptions(
      { outcomeId },
      { getNextPageParam: ({ older, comments }) => (older > 0 ? comments[0]?.id : undefined) },
    ),
  )
  if (!data)
    return (
      <Loading label={common('loading')}>
        <RowSkeleton rows={2} widths={[30, 60]} />
      </Loading>
    )
  const older = data.pages.at(-1)?.older ?? 0
  const comments = data.pages.toReversed().flatMap((page) => page.comments)
  if (comments.length === 0) return <p className={styles.none}>{t('none')}</p>
  return (
    <>
      {older > 0 && (
        <MoreButton onClick={() => void fetchNextPage()} loading={isFetchingNextPage}>
          {t('older', { count: older })}
        </MoreButton>
      )}
      <ol className={styles.list}>
        {comments.map((comment) => (
          <CommentItem key={comment.id} comment={comment} outcomeId={outcomeId} />
        ))}
      </ol>
    </>
  )
}

function Composer({ outcomeId }: { readonly outcomeId: string }) {
  const t = useTranslations('comments')
  const say = useWords()
  const client = useQueryClient()
  const [draft, setDraft] = useCommentDraft(outcomeId)
  const add = useMutation(
    trpc.comments.add.mutationOptions({
      meta: { showsItsErrors: true },
      onSuccess: () => setDraft(emptyDraft()),
      onSettled: () => client.invalidateQueries(trpc.comments.list.pathFilter()),
    }),
  )
  const isBlank = draft.text.trim() === ''
  function send() {
    if (!isBlank && !add.isPending) add.mutate({ id: draft.id, outcomeId, text: withIds(draft.text, draft.people) })
  }
  const [refusal] = add.isError ? failureOf(add.error).refusals : []
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
        label={t('label')}
        draft={draft}
        onChange={setDraft}
        onSend={send}
        error={refusal ? `${say(refusal)} ${t('kept')}` : null}
      />
      {!isBlank && (
        <div className={styles.ends}>
          <PlainAction type="submit" loading={add.isPending}>
            {t('send')}
          </PlainAction>
          <TextButton look="quiet" onClick={() => setDraft(emptyDraft())}>
            {t('discard')}
          </TextButton>
        </div>
      )}
    </form>
  )
}
