import type { OutcomeDetail } from '@oeuvre/domain/outcomes/schema'
import { MainAction } from '@oeuvre/ui/actions/main-action.tsx'
import { PlainAction } from '@oeuvre/ui/actions/plain-action.tsx'
import { QuietAction } from '@oeuvre/ui/actions/quiet-action.tsx'
import { Toolbar } from '@oeuvre/ui/actions/toolbar.tsx'
import { useTranslations } from 'use-intl'
import { useWords } from '../../../lib/errors.ts'
import type { Silent, Spoken } from '../model/decide.ts'

type ToolbarProps = {
  readonly outcome: OutcomeDetail | undefined
  readonly selectedCount: number
  readonly isPending: boolean
  readonly onTake: (decision: Silent) => void
  readonly onAsk: (decision: Spoken) => void
  readonly onVerifySelected: () => void
  readonly onClear: () => void
}

const keysOf: Readonly<Record<'requestChanges' | 'decline' | 'return', readonly string[]>> = {
  requestChanges: ['C'],
  decline: ['X'],
  return: ['C'],
}
const asked = ['requestChanges', 'return', 'decline'] as const

/** The decision on what is chosen; on several, where several are. */
export function ReviewToolbar({ outcome, selectedCount, isPending, onTake, onAsk, onVerifySelected, onClear }: ToolbarProps) {
  const t = useTranslations('review')
  const say = useWords()
  const main = outcome?.can.verify ? 'verify' : outcome?.can.confirm ? 'confirm' : null
  const note =
    selectedCount > 0 ? t('queue.selected', { count: selectedCount }) : outcome?.whyNotMe ? say({ code: outcome.whyNotMe }) : null
  if (selectedCount > 0)
    return (
      <Toolbar label={t('queue.actions')} note={note}>
        <MainAction onClick={onVerifySelected} loading={isPending} keys={['V']}>
          {t('queue.verifyAll', { count: String(selectedCount) })}
        </MainAction>
        <PlainAction onClick={() => onAsk('requestChanges')} disabled={isPending} keys={['C']}>
          {t('act.requestChanges')}
        </PlainAction>
        <PlainAction onClick={() => onAsk('decline')} disabled={isPending} keys={['X']}>
          {t('act.decline')}
        </PlainAction>
        <QuietAction onClick={onClear}>{t('queue.clear')}</QuietAction>
      </Toolbar>
    )
  return (
    <Toolbar label={t('queue.actions')} note={note}>
      {main && (
        <MainAction onClick={() => onTake(main)} loading={isPending} keys={['V']}>
          {t(`act.${main}`)}
        </MainAction>
      )}
      {asked.flatMap((one) =>
        outcome?.can[one] ? (
          <PlainAction key={one} onClick={() => onAsk(one)} disabled={isPending} keys={keysOf[one]}>
            {t(`act.${one}`)}
          </PlainAction>
        ) : (
          []
        ),
      )}
    </Toolbar>
  )
}
