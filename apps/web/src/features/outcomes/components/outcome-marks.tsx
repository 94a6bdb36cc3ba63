import type { OutcomeState, TypeRef } from '@oeuvre/domain/outcomes/schema'
import { KindMark } from '@oeuvre/ui/marks/kind-mark.tsx'
import { StateMark } from '@oeuvre/ui/marks/state-mark.tsx'
import { pigmentOf } from '../embed/pigments.ts'
import { signOf } from '../model/review-state.ts'
import { useOutcomeWords } from '../model/use-outcome-words.ts'

export function TypeMark({ type }: { readonly type: TypeRef | null }) {
  const { typeName } = useOutcomeWords()
  return <KindMark pigment={pigmentOf(type)}>{typeName({ type })}</KindMark>
}

export function StateSign({ state, small = false }: { readonly state: OutcomeState; readonly small?: boolean }) {
  const words = useOutcomeWords()
  return (
    <StateMark state={signOf(state)} small={small}>
      {words.state(state)}
    </StateMark>
  )
}
