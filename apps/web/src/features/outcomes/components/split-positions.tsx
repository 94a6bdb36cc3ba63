import type { AnswersOutput, Position } from '@oeuvre/domain/outcomes/answers/schema'
import type { OutcomeDetail, OutcomeSummary } from '@oeuvre/domain/outcomes/schema'
import { PlainAction } from '@oeuvre/ui/actions/plain-action.tsx'
import { QuietAction } from '@oeuvre/ui/actions/quiet-action.tsx'
import { Notice } from '@oeuvre/ui/feedback/notice.tsx'
import { ShareBar } from '@oeuvre/ui/shares/share-bar.tsx'
import { ShareKey } from '@oeuvre/ui/shares/share-key.tsx'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslations } from 'use-intl'
import { trpc } from '../../../lib/api.ts'
import { useFormat } from '../../../lib/format.ts'
import { useShell } from '../../../lib/shell.ts'
import { bandsOf, leadFirst, useOutcomeWords } from '../model/use-outcome-words.ts'
import { type Choice, SettleDialog } from './settle-dialog.tsx'
import styles from './split-positions.module.css'

/** What those named say of the split: who agrees; where somebody does not, how each sees it, side by side. */
export function SplitPositions({ outcome }: { readonly outcome: OutcomeDetail }) {
  const { data } = useQuery(trpc.outcomes.answers.queryOptions({ id: outcome.id }))
  if (!data || data.positions.length === 0) return null
  return (
    <div className={styles.positions}>
      {data.isUnsettled ? <Unsettled outcome={outcome} answers={data} /> : <Agreed positions={data.positions} />}
    </div>
  )
}

function Agreed({ positions }: { readonly positions: readonly Position[] }) {
  const t = useTranslations('answers.split')
  const f = useFormat()
  const names = positions.filter((one) => one.agrees).map((one) => one.by.name)
  const settled = positions.filter((one) => one.answer === 'objected' && !one.agrees)
  return (
    <>
      {names.length > 0 && <p className={styles.line}>{t('agree', { names: f.list(names) })}</p>}
      {settled.map((one) => (
        <p key={one.id} className={styles.line}>
          {t('settled', { name: one.by.name })}
        </p>
      ))}
    </>
  )
}

type UnsettledProps = { readonly outcome: OutcomeDetail; readonly answers: AnswersOutput }

function Unsettled({ outcome, answers }: UnsettledProps) {
  const t = useTranslations('answers.split')
  const f = useFormat()
  const { person } = useShell()
  const [choice, setChoice] = useState<Choice | null>(null)
  const isAuthor = outcome.author?.id === person.id
  const agreeing = answers.positions.filter((one) => one.agrees).map((one) => one.by.name)
  const open = answers.positions.filter((one) => one.isOpen)
  return (
    <Notice tone="warn" title={t(outcome.state === 'verified' ? 'questioned' : 'unsettled')}>
      <div className={styles.cards}>
        <Card
          id={outcome.id}
          title={outcome.author ? t('asIsBy', { name: outcome.author.name }) : t('asIs')}
          contributors={outcome.contributors}
          end={
            answers.maySettle && (
              <>
                {!isAuthor && <PlainAction onClick={() => setChoice({ kind: 'keep' })}>{t('keep')}</PlainAction>}
                <QuietAction onClick={() => setChoice({ kind: 'another' })}>{t('another')}</QuietAction>
              </>
            )
          }
        >
          <p>{agreeing.length > 0 ? t('agree', { names: f.list(agreeing) }) : t('notYet')}</p>
        </Card>
        {open.map((position) => (
          <Seen
            key={position.id}
            id={outcome.id}
            position={position}
            onTake={answers.maySettle ? () => setChoice({ kind: 'take', position }) : null}
          />
        ))}
      </div>
      {choice && <SettleDialog outcome={outcome} choice={choice} isAuthor={isAuthor} onClose={() => setChoice(null)} />}
    </Notice>
  )
}

type SeenProps = { readonly id: string; readonly position: Position; readonly onTake: (() => void) | null }

function Seen({ id, position, onTake }: SeenProps) {
  const t = useTranslations('answers')
  const { by, points, words, proposal } = position
  return (
    <Card
      id={id}
      title={t('split.seenBy', { name: by.name })}
      contributors={proposal?.map((one) => ({ ...one, team: null })) ?? null}
      end={proposal && onTake && <PlainAction onClick={onTake}>{t('split.take')}</PlainAction>}
    >
      <p className={styles.points}>{points.map((point) => t(`objection.point.${point}`)).join(' · ')}</p>
      <p className={styles.words}>{words}</p>
    </Card>
  )
}

type CardProps = {
  readonly id: string
  readonly title: string
  readonly contributors: OutcomeSummary['contributors'] | null
  readonly end: ReactNode
  readonly children: ReactNode
}

function Card({ id, title, contributors, end, children }: CardProps) {
  const t = useTranslations('answers.split')
  const words = useOutcomeWords()
  const shares = words.shares({ id, contributors: contributors ?? [] })
  return (
    <article className={styles.card}>
      <h3>{title}</h3>
      {contributors ? (
        <>
          <ShareBar bands={bandsOf(contributors)} />
          <ShareKey
            entries={leadFirst(contributors).map((one) => ({
              key: one.id,
              role: one.role,
              name: one.name,
              note: words.role(one.role, one.weight === 0),
              share: shares.get(one.id) ?? '',
            }))}
          />
        </>
      ) : (
        <p>{t('noSplit')}</p>
      )}
      {children}
      {end && <div className={styles.end}>{end}</div>}
    </article>
  )
}
