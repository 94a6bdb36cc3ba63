import { Modal, Radio, Textarea } from '@mantine/core'
import type { OutcomeSummary } from '@oeuvre/domain/outcomes/schema'
import type { ReasonKind, ReasonOption } from '@oeuvre/domain/outcomes/types/schema'
import { textLimits } from '@oeuvre/domain/text/storable'
import { Kbd } from '@oeuvre/ui/actions/kbd.tsx'
import { PlainAction } from '@oeuvre/ui/actions/plain-action.tsx'
import { QuietAction } from '@oeuvre/ui/actions/quiet-action.tsx'
import { type FormEvent, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { FormError } from '../../../components/form-error.tsx'
import { useWords } from '../../../lib/errors.ts'
import { failureOf } from '../../../lib/refusals.ts'
import type { Spoken } from '../model/decide.ts'
import { type Asked, useDecisions } from '../model/use-decisions.ts'
import { useOutcomeWords } from '../model/use-outcome-words.ts'
import { useReasonName, useReasons } from '../model/use-reasons.ts'
import { useRefusalWords } from '../model/use-refusal-words.ts'
import styles from './decision-dialog.module.css'

type DialogProps = {
  readonly decision: Spoken
  /** One, or several that get the same words. */
  readonly outcomes: readonly OutcomeSummary[]
  readonly onClose: () => void
  readonly onDecided?: (asked: Asked) => void
}

const kindOf: Readonly<Partial<Record<Spoken, ReasonKind>>> = { requestChanges: 'changes', decline: 'decline' }

/** A decision that is not taken without words. What was written stays when it is refused. */
export function DecisionDialog({ decision, outcomes, onClose, onDecided }: DialogProps) {
  const t = useTranslations('review.words')
  const { title } = useOutcomeWords()
  const [first] = outcomes
  return (
    <Modal opened onClose={onClose} title={t(`title.${decision}`)}>
      <p className={styles.about}>{outcomes.length > 1 ? t('about', { count: outcomes.length }) : first && title(first)}</p>
      <WordsForm decision={decision} outcomes={outcomes} onClose={onClose} onDecided={onDecided} />
    </Modal>
  )
}

function WordsForm({ decision, outcomes, onClose, onDecided }: DialogProps) {
  const t = useTranslations('review')
  const common = useTranslations('words')
  const say = useWords()
  const refusal = useRefusalWords()
  const kind = kindOf[decision] ?? null
  const reasons = useReasons(kind)
  const field = useRef<HTMLTextAreaElement>(null)
  const [words, setWords] = useState('')
  const [reasonId, setReason] = useState<string | null>(null)
  const [isMissing, setMissing] = useState(false)
  const run = useDecisions({
    onDecided(_decided, asked) {
      onClose()
      onDecided?.(asked)
    },
  })
  const isBesideField = run.isError && failureOf(run.error).refusals.some(({ field: of }) => of === 'words')
  const needsReason = kind !== null && reasonId === null
  function send(event: FormEvent) {
    event.preventDefault()
    const isBlank = words.trim() === ''
    setMissing(isBlank || needsReason)
    if (!isBlank && !needsReason) run.mutate({ decision, members: outcomes, said: { words, reasonId: reasonId ?? '' } })
  }
  return (
    <form onSubmit={send} noValidate className={styles.form}>
      {kind && reasons && (
        <Reasons
          reasons={reasons}
          value={reasonId}
          error={isMissing && needsReason ? t('words.reasonMissing') : null}
          onChange={setReason}
          onKey={() => field.current?.focus()}
        />
      )}
      <Textarea
        ref={field}
        label={t('words.label')}
        description={t('words.hint')}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        error={isMissing && words.trim() === '' ? say({ code: 'words-required' }) : isBesideField ? refusal(run.error) : null}
        autosize
        minRows={3}
        maxRows={10}
        maxLength={textLimits.words}
        data-autofocus={kind ? undefined : true}
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

type ReasonsProps = {
  readonly reasons: readonly ReasonOption[]
  readonly value: string | null
  readonly error: string | null
  readonly onChange: (id: string) => void
  /** One was chosen by its key: the words come next. */
  readonly onKey: () => void
}

/** The first nine by one key each, while a reason has the focus. */
function Reasons({ reasons, value, error, onChange, onKey }: ReasonsProps) {
  const t = useTranslations('review.words')
  const name = useReasonName()
  return (
    <Radio.Group
      label={t('reason')}
      value={value}
      error={error}
      onChange={onChange}
      onKeyDown={(event) => {
        const reason = /^[1-9]$/.test(event.key) && reasons[Number(event.key) - 1]
        if (!reason || event.ctrlKey || event.metaKey || event.altKey) return
        event.preventDefault()
        onChange(reason.id)
        onKey()
      }}
    >
      <div className={styles.reasons}>
        {reasons.map((reason, at) => (
          <div key={reason.id} className={styles.reason}>
            <Radio value={reason.id} label={name(reason)} data-autofocus={at === 0 || undefined} />
            {at < 9 && (
              <span aria-hidden="true" className={styles.key}>
                <Kbd>{at + 1}</Kbd>
              </span>
            )}
          </div>
        ))}
      </div>
    </Radio.Group>
  )
}
