import { useSuspenseQuery } from '@tanstack/react-query'
import { ImpactSentence } from '../components/impact-sentence.tsx'
import { leadQuery } from './lead-query.ts'

/** The sentence that opens the impact page, for the period that the page opens with. */
export function ImpactLead() {
  const { data: page } = useSuspenseQuery(leadQuery())
  return <ImpactSentence page={page} filter={{}} />
}
