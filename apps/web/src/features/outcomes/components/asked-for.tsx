import { Notice } from '@oeuvre/ui/feedback/notice.tsx'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { trpc } from '../../../lib/api.ts'
import { useReasonName } from '../model/use-reasons.ts'
import classes from './log.module.css'
import { useLogPage } from './log-page.ts'

/** What the reviewer asked for, in their words, above the form that answers it. */
export function AskedFor() {
  const t = useTranslations('outcomesLog.beside')
  const reason = useReasonName()
  const { form } = useLogPage()
  const { data } = useQuery(trpc.outcomes.history.queryOptions({ id: form.id }))
  const asked = data?.entries.findLast((entry) => entry.to === 'changes-requested' && entry.words)
  if (!asked) return null
  return (
    <div className={classes.notice}>
      <Notice title={asked.by ? t('asked', { name: asked.by.name }) : t('askedNobody')}>
        {asked.reason && <p>{reason(asked.reason)}</p>}
        <p className={classes.asked}>{asked.words}</p>
      </Notice>
    </div>
  )
}
