import type { OutcomeSummary } from '@oeuvre/domain/outcomes/schema'
import { KindMark } from '@oeuvre/ui/marks/kind-mark.tsx'
import { pigmentOf } from './pigments.ts'
import { useVocabularyNames } from './vocabulary-names.ts'

type Type = NonNullable<OutcomeSummary['type']>

/** The type of an outcome: its colour and its name. */
export function OutcomeKind({ type }: { readonly type: Type | null }) {
  const names = useVocabularyNames()
  if (!type) return null
  return <KindMark pigment={pigmentOf(type)}>{names.type(type)}</KindMark>
}
