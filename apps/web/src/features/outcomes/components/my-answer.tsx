import type { OutcomeDetail } from '@oeuvre/domain/outcomes/schema'
import { MainAction } from '@oeuvre/ui/actions/main-action.tsx'
import { QuietAction } from '@oeuvre/ui/actions/quiet-action.tsx'
import { TextButton } from '@oeuvre/ui/actions/text-link.tsx'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { trpc } from '../../../lib/api.ts'
import { useFormat } from '../../../lib/format.ts'
import { useShell } from '../../../lib/shell.ts'
import { useNaming } from '../embed/use-naming.ts'
import { useConfirm, useTakeBack } from '../model/use-answers.ts'
import styles from './my-answer.module.css'
import { ObjectionDialog } from './objection-dialog.tsx'

/** The question to somebody who is named, or what they said. Nothing for anybody else. */
export function MyAnswer({ outcome }: { readonly outcome: OutcomeDetail }) {
  const { data } = useSuspenseQuery(trpc.outcomes.answers.queryOptions({ id: outcome.id }))
  const [isObjecting, setObjecting] = useState(false)
  if (!data.mayAnswer) return null
  return (
    <>
      {data.waitsForMe && !(outcome.author === null) ? (
        <Question outcome={outcome} onObject={() => setObjecting(true)} />
      ) : (
        <Said outcome={outcome} onObject={() => setObjecting(true)} />
      )}
      {isObjecting && <ObjectionDialog outcome={outcome} onClose={() => setObjecting(false)} />}
    </>
  )
}

type PartProps = { readonly outcome: OutcomeDetail; readonly onObject: () => void }

function Question({ outcome, onObject }: PartProps) {
  const t = useTranslations('answers.asked')
  const naming = useNaming()
  const confirm = useConfirm()
  return (
    <section id="answer" className={styles.card}>
      <h2>{t('question')}</h2>
      <p>{naming(outcome, outcome.author)}</p>
      <div className={styles.actions}>
        <MainAction onClick={() => confirm.mutate(outcome)} loading={confirm.isPending}>
          {t('confirm')}
        </MainAction>
        <QuietAction onClick={onObject}>{t('wrong')}</QuietAction>
      </div>
    </section>
  )
}

function Said({ outcome, onObject }: PartProps) {
  const t = useTranslations('answers.asked')
  const f = useFormat()
  const { person } = useShell()
  const { data } = useSuspenseQuery(trpc.outcomes.answers.queryOptions({ id: outcome.id }))
  const back = useTakeBack()
  const mine = data.positions.find((position) => position.by.id === person.id)
  return (
    <div className={styles.said}>
      {mine?.answer === 'confirmed' && <p>{t('youConfirmed', { day: f.instantDay(mine.at) })}</p>}
      {mine?.answer === 'objected' && (
        <p>
          {t(mine.isOpen ? 'youObjected' : 'youSettled')} <q>{mine.words}</q>
        </p>
      )}
      <div className={styles.saidActions}>
        <TextButton onClick={onObject}>{t(mine ? 'sayOtherwise' : 'wrong')}</TextButton>
        {mine && <TextButton onClick={() => back.mutate(outcome)}>{t('takeBack')}</TextButton>}
      </div>
    </div>
  )
}
