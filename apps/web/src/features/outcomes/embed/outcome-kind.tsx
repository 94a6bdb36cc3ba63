import type { OutcomeSummary } from '@oeuvre/domain/outcomes/schema'
import { KindMark } from '@oeuvre/ui/marks/kind-mark.tsx'
import type { Pigment } from '@oeuvre/ui/marks/pigment.ts'
import { useVocabularyNames } from './vocabulary-names.ts'

type Type = NonNullable<OutcomeSummary['type']>

/** The pigment of a type, which it keeps everywhere; a draft without a type has none. */
export function pigmentOf(type: Type | null): Pigment {
  const pigments: readonly Pigment[] = [1, 2, 3, 4, 5, 6, 7, 8]
  return pigments.find((one) => one === type?.pigment) ?? 'other'
}

/** The type of an outcome: its colour and its name. */
export function OutcomeKind({ type }: { readonly type: Type | null }) {
  const names = useVocabularyNames()
  if (!type) return null
  return <KindMark pigment={pigmentOf(type)}>{names.type(type)}</KindMark>
}
