import { MainAction } from '@oeuvre/ui/actions/main-action.tsx'
import { QuietAction } from '@oeuvre/ui/actions/quiet-action.tsx'
import { TextButton } from '@oeuvre/ui/actions/text-link.tsx'
import { Notice } from '@oeuvre/ui/feedback/notice.tsx'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { FormError } from '../../../components/form-error.tsx'
import { useWords } from '../../../lib/errors.ts'
import { useShell } from '../../../lib/shell.ts'
import { answerOf } from '../model/form-fields.ts'
import classes from './log.module.css'
import { useLogPage } from './log-page.ts'

const modifier = /mac|iphone|ipad/i.test(navigator.platform) ? '⌘' : 'Ctrl'

type LogActionsProps = {
  readonly label: string
  readonly onSend: () => void
  readonly onLeave: () => void
  readonly onGiveUp: () => void
  readonly onRemove?: (() => void) | undefined
  readonly second?: ReactNode
}

/** The end of the page: send, or keep; what is in the way is summed up here and stands beside each answer. */
export function LogActions({ label, onSend, onLeave, onGiveUp, onRemove, second }: LogActionsProps) {
  const t = useTranslations('outcomesLog.send')
  const { keeping, mode } = useLogPage()
  const isWaiting = keeping.isSending && keeping.phase === 'waiting'
  return (
    <div className={classes.actions}>
      <Refused />
      {isWaiting && (
        <Notice tone="warn" live actions={<TextButton onClick={onGiveUp}>{t('notNow')}</TextButton>}>
          {t('waiting')}
        </Notice>
      )}
      <div className={classes.send}>
        <MainAction tall stretch="phone" keys={[modifier, '↵']} loading={keeping.isSending} onClick={onSend}>
          {label}
        </MainAction>
        {second}
        <QuietAction tall stretch="phone" onClick={onLeave}>
          {mode === 'draft' ? t('keep') : t('leave')}
        </QuietAction>
        {onRemove && (
          <QuietAction tall stretch="phone" className={classes.removeDraft} onClick={onRemove}>
            {t('remove')}
          </QuietAction>
        )}
      </div>
      {mode === 'draft' && <ReviewPromise />}
    </div>
  )
}

function Refused() {
  const t = useTranslations('outcomesLog.send')
  const words = useWords()
  const { keeping } = useLogPage()
  const beside = new Set(keeping.refusals.flatMap(({ field }) => (field ? (answerOf(field) ?? []) : [])))
  const rest = keeping.refusals.filter(({ field }) => !field || answerOf(field) === null).map(words)
  const counted = beside.size > 0 ? [t('missing', { count: beside.size })] : []
  return <FormError>{[...counted, ...rest].join(' ')}</FormError>
}

function ReviewPromise() {
  const t = useTranslations('outcomesLog.send')
  const { settings } = useShell()
  return <p className={classes.promise}>{t('promise', { count: settings.promiseDays })}</p>
}
