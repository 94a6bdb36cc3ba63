import { Modal, Textarea } from '@mantine/core'
import type { Position } from '@oeuvre/domain/outcomes/answers/schema'
import type { OutcomeDetail } from '@oeuvre/domain/outcomes/schema'
import { isBlank, textLimits } from '@oeuvre/domain/text/storable'
import { PlainAction } from '@oeuvre/ui/actions/plain-action.tsx'
import { QuietAction } from '@oeuvre/ui/actions/quiet-action.tsx'
import { ShareBar } from '@oeuvre/ui/shares/share-bar.tsx'
import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { FormError } from '../../../components/form-error.tsx'
import { useWords } from '../../../lib/errors.ts'
import { useSettle } from '../model/use-answers.ts'
import { bandsOf, useOutcomeWords } from '../model/use-outcome-words.ts'
import { useRefusalWords } from '../model/use-refusal-words.ts'
import styles from './decision-dialog.module.css'
import { inputsOf, peopleOf } from './objection-dialog.tsx'
import { SplitEditor } from './split-editor.tsx'

export type Choice = { readonly kind: 'keep' | 'another' } | { readonly kind: 'take'; readonly position: Position }

type SettleProps = {
  readonly outcome: OutcomeDetail
  readonly choice: Choice
  readonly isAuthor: boolean
  readonly onClose: () => void
}

/** The end of an unsettled split, with the words that stay in the history. */
export function SettleDialog(props: SettleProps) {
  const t = useTranslations('answers.split')
  const { title } = useOutcomeWords()
  const { choice, outcome, onClose } = props
  return (
    <Modal
      opened
      onClose={onClose}
      title={choice.kind === 'take' ? t('takeTitle', { name: choice.position.by.name }) : t(`${choice.kind}Title`)}
      size="lg"
    >
      <p className={styles.about}>{title(outcome)}</p>
      <SettleForm {...props} />
    </Modal>
  )
}

/** What is sent: nothing new, the split as somebody sees it, or as it is set here. */
function startOf(outcome: OutcomeDetail, choice: Choice) {
  const seen = choice.kind === 'take' ? choice.position.proposal : outcome.contributors
  return peopleOf({ contributors: (seen ?? []).map((one) => ({ ...one, team: null })) })
}

function SettleForm({ outcome, choice, isAuthor, onClose }: SettleProps) {
  const t = useTranslations('answers.split')
  const common = useTranslations('words')
  const say = useWords()
  const refusal = useRefusalWords()
  const [people, setPeople] = useState(() => startOf(outcome, choice))
  const [words, setWords] = useState('')
  const [isAsked, setAsked] = useState(false)
  const run = useSettle(outcome, onClose)
  const isMissing = !isAuthor && isBlank(words)
  function send(event: FormEvent) {
    event.preventDefault()
    setAsked(true)
    if (!isMissing) run.mutate({ contributors: choice.kind === 'keep' ? null : inputsOf(people), words })
  }
  return (
    <form onSubmit={send} noValidate className={styles.form}>
      {choice.kind === 'another' ? (
        <SplitEditor people={people} onChange={(next) => setPeople([...next])} on={outcome.occurredOn} />
      ) : (
        <ShareBar
          bands={
            choice.kind === 'take'
              ? bandsOf((choice.position.proposal ?? []).map((one) => ({ ...one, team: null })))
              : bandsOf(outcome.contributors)
          }
        />
      )}
      {outcome.state === 'verified' && choice.kind !== 'keep' && <p>{t('ledger')}</p>}
      <Textarea
        label={t(isAuthor ? 'wordsOptional' : 'words')}
        description={t('wordsHint')}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        error={isAsked && isMissing ? say({ code: 'words-required' }) : null}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={textLimits.words}
        required={!isAuthor}
        data-autofocus
      />
      <FormError>{run.isError ? refusal(run.error) : null}</FormError>
      <div className={styles.ends}>
        <PlainAction type="submit" loading={run.isPending}>
          {t(choice.kind === 'keep' ? 'saveKept' : 'save')}
        </PlainAction>
        <QuietAction onClick={onClose}>{common('cancel')}</QuietAction>
      </div>
    </form>
  )
}
