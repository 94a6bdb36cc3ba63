import { SavedNote } from '@oeuvre/ui/feedback/undo-toast.tsx'
import { Icon } from '@oeuvre/ui/marks/icon.tsx'
import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useFormat } from '../../../lib/format.ts'
import { isSame } from '../model/form-fields.ts'
import { isAutomatic } from '../model/keeping.ts'
import classes from './log.module.css'
import { useLogPage } from './log-page.ts'

/** How long "a moment ago" is true. */
const moment = 60_000

/** Where what was typed is now: on the server, on this device, on its way. */
export function SavingNote() {
  const t = useTranslations('outcomesLog.saving')
  const text = useSavingText()
  const { keeping } = useLogPage()
  if (text === null) return null
  const isCalm = keeping.phase === 'rest'
  // What changes with every key is not announced.
  if (text === t('saving')) return <span className={classes.saving}>{text}</span>
  return (
    <span className={classes.saving} data-careful={!isCalm || undefined}>
      <SavedNote icon={<Icon name={isCalm ? 'check' : 'info'} />}>{text}</SavedNote>
    </span>
  )
}

function useSavingText(): string | null {
  const t = useTranslations('outcomesLog.saving')
  const f = useFormat()
  const { keeping, form } = useLogPage()
  const isLater = useIsLater(keeping.savedAt)
  const { phase, base, savedAt, isOnDevice } = keeping
  if (phase === 'waiting') return isOnDevice ? t('waiting') : t('waitingUnkept')
  if (phase === 'clash' || phase === 'gone') return t(phase)
  if (phase === 'partly') return t('partly')
  if (!isAutomatic(base)) return base && !isSame(form, base.form) ? t(isOnDevice ? 'onDevice' : 'unsent') : null
  if (phase === 'typing' || phase === 'saving') return t('saving')
  if (savedAt === null) return base ? t('kept') : null
  return isLater ? t('at', { time: f.time(new Date(savedAt).toISOString()) }) : t('now')
}

function useIsLater(savedAt: number | null): boolean {
  const [lateFor, setLateFor] = useState<number | null>(null)
  useEffect(() => {
    if (savedAt === null) return
    const timer = setTimeout(() => setLateFor(savedAt), moment)
    return () => clearTimeout(timer)
  }, [savedAt])
  return savedAt !== null && lateFor === savedAt
}
