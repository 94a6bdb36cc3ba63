import { MainAction } from '@oeuvre/ui/actions/main-action.tsx'
import { QuietAction } from '@oeuvre/ui/actions/quiet-action.tsx'
import { TextButton } from '@oeuvre/ui/actions/text-link.tsx'
import { Notice } from '@oeuvre/ui/feedback/notice.tsx'
import { useTranslations } from 'use-intl'
import { FormError } from '../../../components/form-error.tsx'
import { useWords } from '../../../lib/errors.ts'
import { useShell } from '../../../lib/shell.ts'
import type { DraftKeeper } from '../model/draft-keeper.ts'
import { answerOf } from '../model/form-fields.ts'
import classes from './log.module.css'
import { useLogPage } from './log-page.ts'
import { useLeaving } from './use-leaving.ts'

const modifier = /mac|iphone|ipad/i.test(navigator.platform) ? '⌘' : 'Ctrl'
/** Refused fields that show it themselves, besides the answers. */
const ownFields: ReadonlySet<string> = new Set(['words', 'wereContributorsAsked'])

type LogActionsProps = { readonly keeper: DraftKeeper; readonly label: string; readonly onSend: () => void }

/** The end of the page: send, or keep; what is in the way is summed up here and stands beside each answer. */
export function LogActions({ keeper, label, onSend }: LogActionsProps) {
  const t = useTranslations('outcomesLog.send')
  const { keeping, mode } = useLogPage()
  const { settings } = useShell()
  const { leave, remove } = useLeaving(keeper)
  const isWaiting = keeping.isSending && keeping.phase === 'waiting'
  return (
    <div className={classes.actions}>
      <Refused />
      {isWaiting && (
        <Notice tone="warn" live actions={<TextButton onClick={() => keeper.giveUpSending()}>{t('notNow')}</TextButton>}>
          {t('waiting')}
        </Notice>
      )}
      <div className={classes.send}>
        <MainAction tall stretch="phone" keys={[modifier, '↵']} loading={keeping.isSending && !isWaiting} onClick={onSend}>
          {label}
        </MainAction>
        <QuietAction tall stretch="phone" onClick={leave}>
          {mode === 'draft' ? t('keep') : t('leave')}
        </QuietAction>
        {remove && (
          <QuietAction tall stretch="phone" className={classes.removeDraft} onClick={remove}>
            {t('remove')}
          </QuietAction>
        )}
      </div>
      {(mode === 'draft' || mode === 'changes') && <p className={classes.promise}>{t('promise', { count: settings.promiseDays })}</p>}
    </div>
  )
}

function Refused() {
  const t = useTranslations('outcomesLog.send')
  const words = useWords()
  const { keeping } = useLogPage()
  const placeOf = (field: string | undefined) => (field === undefined ? null : ownFields.has(field) ? field : answerOf(field))
  const beside = new Set(keeping.refusals.map(({ field }) => placeOf(field)).filter((place) => place !== null))
  const rest = keeping.refusals.filter(({ field }) => placeOf(field) === null).map(words)
  const counted = beside.size > 0 ? [t('missing', { count: beside.size })] : []
  return <FormError>{[...counted, ...rest].join(' ')}</FormError>
}
