import { useTranslations } from 'use-intl'
import type { EvidenceOnForm } from '../model/log-form.ts'
import classes from './log-files.module.css'
import { useLogPage } from './log-page.ts'

/** "The client's word": said by whoever adds it; it corroborates the claim. */
export function ClientMark({ evidence, name }: { readonly evidence: EvidenceOnForm; readonly name: string }) {
  const t = useTranslations('answers.client')
  const { form, change } = useLogPage()
  const isOn = evidence.isFromClient ?? false
  const turn = () => change({ evidence: form.evidence.map((one) => (one.id === evidence.id ? { ...one, isFromClient: !isOn } : one)) })
  return (
    <button type="button" className={classes.client} aria-pressed={isOn} aria-label={t('toggleOf', { what: name })} onClick={turn}>
      {t('toggle')}
    </button>
  )
}
