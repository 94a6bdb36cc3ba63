import { Modal, Textarea } from '@mantine/core'
import { type AnswerPoint, answerPoints } from '@oeuvre/domain/outcomes/answers/schema'
import type { OutcomeDetail } from '@oeuvre/domain/outcomes/schema'
import { isBlank, textLimits } from '@oeuvre/domain/text/storable'
import { Chip, ChipGroup } from '@oeuvre/ui/actions/chip.tsx'
import { Kbd } from '@oeuvre/ui/actions/kbd.tsx'
import { PlainAction } from '@oeuvre/ui/actions/plain-action.tsx'
import { QuietAction } from '@oeuvre/ui/actions/quiet-action.tsx'
import { TextButton } from '@oeuvre/ui/actions/text-link.tsx'
import { type FormEvent, type KeyboardEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { FormError } from '../../../components/form-error.tsx'
import { useWords } from '../../../lib/errors.ts'
import type { PersonOnForm } from '../model/log-form.ts'
import { useObject } from '../model/use-answers.ts'
import { useOutcomeWords } from '../model/use-outcome-words.ts'
import { useRefusalWords } from '../model/use-refusal-words.ts'
import dialog from './decision-dialog.module.css'
import styles from './my-answer.module.css'
import { SplitEditor } from './split-editor.tsx'

type ObjectionProps = { readonly outcome: OutcomeDetail; readonly onClose: () => void }

/** What is wrong, by one key each, in one's own words; how it should be is welcome and not asked. */
export function ObjectionDialog(props: ObjectionProps) {
  const t = useTranslations('answers.objection')
  const { title } = useOutcomeWords()
  return (
    <Modal opened onClose={props.onClose} title={t('title')} size="lg">
      <p className={dialog.about}>{title(props.outcome)}</p>
      <ObjectionForm {...props} />
    </Modal>
  )
}

export function peopleOf({ contributors }: Pick<OutcomeDetail, 'contributors'>): PersonOnForm[] {
  return contributors.map(({ id, name, role, weight }) => ({ personId: id, name, role, weight }))
}

export function inputsOf(people: readonly PersonOnForm[]) {
  return people.map(({ personId, role, weight }) => ({ personId, role, weight }))
}

function ObjectionForm({ outcome, onClose }: ObjectionProps) {
  const t = useTranslations('answers.objection')
  const common = useTranslations('words')
  const say = useWords()
  const refusal = useRefusalWords()
  const [points, setPoints] = useState<readonly AnswerPoint[]>([])
  const [words, setWords] = useState('')
  const [people, setPeople] = useState<readonly PersonOnForm[] | null>(null)
  const [isAsked, setAsked] = useState(false)
  const run = useObject(outcome, onClose)
  const toggle = (point: AnswerPoint) => setPoints((now) => (now.includes(point) ? now.filter((one) => one !== point) : [...now, point]))
  function press(event: KeyboardEvent) {
    const isTyping = event.target instanceof HTMLElement && event.target.matches('textarea, input, select')
    const point = answerPoints[Number(event.key) - 1]
    if (!isTyping && point && !event.ctrlKey && !event.metaKey && !event.altKey) toggle(point)
  }
  function send(event: FormEvent) {
    event.preventDefault()
    setAsked(true)
    if (points.length > 0 && !isBlank(words)) run.mutate({ points: [...points], words, proposal: people && inputsOf(people) })
  }
  return (
    <form onSubmit={send} onKeyDown={press} noValidate className={dialog.form}>
      {/* Ready for the keys 1 to 4. */}
      <div tabIndex={-1} data-autofocus className={styles.points}>
        <ChipGroup label={t('points')}>
          {answerPoints.map((point, at) => (
            <Chip key={point} pressed={points.includes(point)} onToggle={() => toggle(point)}>
              {t(`point.${point}`)} <Kbd>{String(at + 1)}</Kbd>
            </Chip>
          ))}
        </ChipGroup>
        <FormError>{isAsked && points.length === 0 ? t('pointNeeded') : null}</FormError>
      </div>
      <Textarea
        label={t('words')}
        description={t('hint')}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        error={isAsked && isBlank(words) ? say({ code: 'words-required' }) : null}
        autosize
        minRows={3}
        maxRows={10}
        maxLength={textLimits.words}
        required
      />
      {people ? (
        <section aria-label={t('proposal')}>
          <div className={styles.proposalHead}>
            <b>{t('proposal')}</b>
            <TextButton onClick={() => setPeople(null)}>{t('noProposal')}</TextButton>
          </div>
          <SplitEditor people={people} onChange={setPeople} on={outcome.occurredOn} />
        </section>
      ) : (
        <p>
          <TextButton onClick={() => setPeople(peopleOf(outcome))}>{t('propose')}</TextButton>
        </p>
      )}
      <FormError>{run.isError ? refusal(run.error) : null}</FormError>
      <div className={dialog.ends}>
        <PlainAction type="submit" loading={run.isPending}>
          {t('send')}
        </PlainAction>
        <QuietAction onClick={onClose}>{common('cancel')}</QuietAction>
      </div>
    </form>
  )
}
