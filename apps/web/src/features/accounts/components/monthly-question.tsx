import { TextButton } from '@oeuvre/ui/actions/text-link.tsx'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { useNotices } from '../../../components/notices.tsx'
import { trpc } from '../../../lib/api.ts'
import classes from './own-accounts.module.css'

/** Whether one is asked every month; for oneself alone. */
export function MonthlyQuestion() {
  const t = useTranslations('accounts.question')
  const { done } = useNotices()
  const client = useQueryClient()
  const { data } = useQuery(trpc.accounts.question.queryOptions())
  const save = useMutation(
    trpc.accounts.saveQuestion.mutationOptions({
      onSuccess: ({ isOff }) => done(t(isOff ? 'offDone' : 'onDone')),
      onSettled: () => client.invalidateQueries(trpc.accounts.question.queryFilter()),
    }),
  )
  if (!data) return null
  return (
    <div className={classes.question}>
      <h3>{t('title')}</h3>
      <p>{t('note')}</p>
      <TextButton disabled={save.isPending} onClick={() => save.mutate({ isOff: !data.isOff })}>
        {t(data.isOff ? 'on' : 'off')}
      </TextButton>
    </div>
  )
}
