import type { OutcomeState } from '@oeuvre/domain/outcomes/schema'
import { StateMark } from '@oeuvre/ui/marks/state-mark.tsx'
import { useTranslations } from 'use-intl'

type OutcomeStateMarkProps = { readonly state: OutcomeState; readonly small?: boolean }

/** Where an outcome stands: glyph, colour and word. */
export function OutcomeStateMark({ state, small }: OutcomeStateMarkProps) {
  const t = useTranslations('outcomes.states')
  return (
    <StateMark state={state === 'changes-requested' ? 'changes' : state} small={small}>
      {t(state)}
    </StateMark>
  )
}
