import type { NamedObjective } from '@oeuvre/domain/objectives/schema'
import type { OutcomeDetail, WaitsFor } from '@oeuvre/domain/outcomes/schema'
import type { ProgramRef } from '@oeuvre/domain/programs/schema'
import { type AsideFact, AsideFacts } from '@oeuvre/ui/layout/facts.tsx'
import { Suspense } from 'react'
import { useTranslations } from 'use-intl'
import { ScreenLink } from '../../../components/screen-links.tsx'
import { useWords } from '../../../lib/errors.ts'
import { useFormat } from '../../../lib/format.ts'
import { useShell } from '../../../lib/shell.ts'
import { OutcomeStateMark } from '../embed/outcome-state-mark.tsx'
import { Comments } from './comments.tsx'
import styles from './outcome-aside.module.css'
import { RungFact } from './outcome-facts.tsx'
import { OutcomeHistory } from './outcome-history.tsx'
import { WayUp } from './way-up.tsx'

/** State, for whom it waits, how well it is shown, and how it came here. */
export function OutcomeAside({ outcome }: { readonly outcome: OutcomeDetail }) {
  const t = useTranslations('review.outcome')
  const facts: (AsideFact | false)[] = [
    {
      key: 'state',
      label: t('state'),
      children: (
        <>
          <OutcomeStateMark state={outcome.state} />
          <Standing outcome={outcome} />
        </>
      ),
    },
    { key: 'rung', label: t('rung'), children: <RungFact rung={outcome.rung} /> },
    outcome.objective !== null && { key: 'objective', label: t('objective'), children: <Serves objective={outcome.objective} /> },
    outcome.program !== null && { key: 'program', label: t('program'), children: <CameOf program={outcome.program} /> },
    outcome.areCommentsShown && {
      key: 'comments',
      label: t('comments'),
      children: <Comments key={outcome.id} outcomeId={outcome.id} />,
    },
    outcome.isHistoryShown && {
      key: 'history',
      label: t('history'),
      children: (
        <Suspense>
          <OutcomeHistory id={outcome.id} />
        </Suspense>
      ),
    },
  ]
  return <AsideFacts facts={facts.filter((fact) => fact !== false)} />
}

/** The objective that it serves, which opens where this reader may see it. */
function Serves({ objective: { id, title } }: { readonly objective: NamedObjective }) {
  const t = useTranslations('review.outcome')
  const { organization } = useShell()
  if (title === null) return t('objectiveWithheld')
  return (
    <ScreenLink to="/$organization/objectives/$id" params={{ organization, id }}>
      {title}
    </ScreenLink>
  )
}

function CameOf({ program: { id, title } }: { readonly program: ProgramRef }) {
  const { organization } = useShell()
  return (
    <ScreenLink to="/$organization/programs/$id" params={{ organization, id }}>
      {title}
    </ScreenLink>
  )
}

/** Who decided, or, once it was sent again, who can; and why not this reader. */
export function Standing({ outcome }: { readonly outcome: OutcomeDetail }) {
  const t = useTranslations('review.outcome')
  const say = useWords()
  const f = useFormat()
  const { state, decidedBy, isDecidedByImport, decidedAt, waitsFor, whyNotMe } = outcome
  const names = (people: readonly { readonly name: string }[]) =>
    f.list(
      people.map((one) => one.name),
      'or',
    )
  const called = (one: WaitsFor['deciders'][number]) => ({
    name: one.for ? t('standIn', { name: one.name, absent: one.for.name }) : one.name,
  })
  return (
    <div className={styles.standing}>
      {decidedBy && decidedAt && state !== 'submitted' && (
        <p>{t(isDecidedByImport ? 'decidedByImport' : 'decidedBy', { name: decidedBy.name, day: f.instantDay(decidedAt) })}</p>
      )}
      {waitsFor && waitsFor.deciders.length > 0 && <p>{t('waiting', { names: names(waitsFor.deciders.map(called)) })}</p>}
      {waitsFor && waitsFor.deciders.length === 0 && waitsFor.ask.length > 0 && <p>{t('nobody', { names: names(waitsFor.ask) })}</p>}
      {whyNotMe && <p>{say({ code: whyNotMe })}</p>}
      {waitsFor && <WayUp waitsFor={waitsFor} />}
    </div>
  )
}
