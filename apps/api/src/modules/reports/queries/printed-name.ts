import { periodsOf } from '@oeuvre/domain/impact/rules'
import type { ImpactFilter } from '@oeuvre/domain/impact/schema'
import type { Language } from '@oeuvre/domain/organizations/schema'
import type { OrgContext } from '../../../platform/http-organization.ts'

/** What a printed page is called: in letters that every mailbox and every disk takes. */
export function printedName({ actor }: Pick<OrgContext, 'actor'>, filter: ImpactFilter, language: Language): string {
  const { today } = actor
  const { period } = periodsOf(filter, filter.asOf !== undefined && filter.asOf < today ? filter.asOf : today, actor.settings)
  return `${actor.settings.slug}-impact-${period.from}-${period.to}${filter.asOf ? `-as-of-${filter.asOf}` : ''}-${language}.pdf`
}
