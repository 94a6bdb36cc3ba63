import { Modal, Radio, Textarea } from '@mantine/core'
import { type DeclineReason, declineReasons } from '@oeuvre/domain/outcomes/review/schema'
import type { OutcomeSummary } from '@oeuvre/domain/outcomes/schema'
import { textLimits } from '@oeuvre/domain/text/storable'
import { PlainAction } from '@oeuvre/ui/actions/plain-action.tsx'
import { QuietAction } from '@oeuvre/ui/actions/quiet-action.tsx'
import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { FormError } from '../../../components/form-error.tsx'
import { useWords } from '../../../lib/errors.ts'
import { failureOf } from '../../../lib/refusals.ts'
import type { Spoken } from '../model/decide.ts'
import { type Asked, useDecisions } from '../model/use-decisions.ts'
import { useOutcomeWords } from '../model/use-outcome-words.ts'
import { useRefusalWords } from '../model/use-refusal-words.ts'
import styles from './decision-dialog.module.css'

type DialogProps = {
  readonly decision: Spoken
  readonly outcome: OutcomeSummary
  readonly onClose: () => void
  readonly onDecided?: (asked: Asked) => void
}

/** A decision that is not taken without words. What was written stays when it is refused. */
export function DecisionDialog({ decision, outcome, onClose, onDecided }: DialogProps) {
  const t = useTranslations('review.words')
  const { title } = useOutcomeWords()
  return (
    <Modal opened onClose={onClose} title={t(`title.${decision}`)}>
      <p className={styles.about}>{title(outcome)}</p>
      <WordsForm decision={decision} outcome={outcome} onClose={onClose} onDecided={onDecided} />
    </Modal>
  )
}

function WordsForm({ decision, outcome, onClose, onDecided }: DialogProps) {
  const t = useTranslations('review')
  const common = useTranslations('words')
  const say = useWords()
  const refusal = useRefusalWords()
  const [words, setWords] = useState('')
  const [reasonCode, setReason] = useState<DeclineReason>('not-a-result')
  const [isMissing, setMissing] = useState(false)
  const run = useDecisions({
    onDecided(_decided, asked) {
      onClose()
      onDecided?.(asked)
    },
  })
  const isBesideField = run.isError && failureOf(run.error).refusals.some(({ field }) => field === 'words')
  function send(event: FormEvent) {
    event.preventDefault()
    const isBlank = words.trim() === ''
    setMissing(isBlank)
    if (!isBlank) run.mutate({ decision, members: [outcome], said: { words, reasonCode } })
  }
  return (
    <form onSubmit={send} noValidate className={styles.form}>
      {decision === 'decline' && <Reasons value={reasonCode} onChange={setReason} />}
      <Textarea
        label={t('words.label')}
        description={t('words.hint')}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        error={isMissing ? say({ code: 'words-required' }) : isBesideField ? refusal(run.error) : null}
        autosize
        minRows={3}
        maxRows={10}
        maxLength={textLimits.words}
        data-autofocus
        required
      />
      <FormError>{run.isError && !isBesideField ? refusal(run.error) : null}</FormError>
      <div className={styles.ends}>
        <PlainAction type="submit" loading={run.isPending}>
          {t(`act.${decision}`)}
        </PlainAction>
        <QuietAction onClick={onClose}>{common('cancel')}</QuietAction>
      </div>
    </form>
  )
}

function Reasons({ value, onChange }: { readonly value: DeclineReason; readonly onChange: (next: DeclineReason) => void }) {
  const t = useTranslations('review.words')
  return (
    <Radio.Group label={t('reason')} value={value} onChange={(next) => onChange(reasonOf(next))}>
      <div className={styles.reasons}>
        {declineReasons.map((code) => (
          <Radio key={code} value={code} label={t(`reasons.${code}`)} />
        ))}
      </div>
    </Radio.Group>
  )
}

function reasonOf(value: string): DeclineReason {
  return declineReasons.find((code) => code === value) ?? 'other'
}
