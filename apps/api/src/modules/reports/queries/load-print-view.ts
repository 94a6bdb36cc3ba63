import { isWhole } from '@oeuvre/domain/impact/closing/policy'
import type { ClosingsOutput, RestatementsOutput } from '@oeuvre/domain/impact/closing/schema'
import type { ImpactFilter, ImpactPage } from '@oeuvre/domain/impact/schema'
import { isPermitted } from '@oeuvre/domain/organizations/policy'
import { newestVerified } from '@oeuvre/domain/outcomes/filter/schema'
import type { Vocabulary } from '@oeuvre/domain/outcomes/types/schema'
import type { OrgContext } from '../../../platform/http-organization.ts'
import { getPage } from '../../impact/queries/get-page.ts'
import { listClosings } from '../../impact/queries/list-closings.ts'
import { listRestatements } from '../../impact/queries/list-restatements.ts'
import { getShell, type Shell } from '../../organizations/queries/get-shell.ts'
import { type ListPage, listOutcomes } from '../../outcomes/queries/list-outcomes.ts'
import { listVocabulary } from '../../outcomes/queries/list-vocabulary.ts'

/** What was reported; `restatements`: of the closing of these days that holds. */
type ReportedView = { readonly closings: ClosingsOutput; readonly restatements: RestatementsOutput | null }

export type PrintedParts = {
  readonly shell: Shell
  readonly vocabulary: Vocabulary
  readonly page: ImpactPage
  /** null: a page of then has no newest stories. */
  readonly newest: ListPage | null
  /** null: not of a slice, and only for whoever reports. */
  readonly reported: ReportedView | null
}

/** What the impact page shows this reader, each part as its own question answers it. */
export async function loadPrintView(reader: OrgContext, filter: ImpactFilter): Promise<PrintedParts> {
  const page = await getPage(reader, filter)
  return {
    page,
    shell: getShell(reader),
    vocabulary: await listVocabulary(reader),
    newest: page.asOf ? null : await listOutcomes(reader, newestVerified),
    reported: await loadReported(reader, filter, page),
  }
}

async function loadReported(reader: OrgContext, filter: ImpactFilter, { scope, period }: ImpactPage): Promise<ReportedView | null> {
  if (scope !== 'organization' || !isWhole(filter) || !isPermitted(reader.actor, 'impact.close')) return null
  const closings = await listClosings(reader)
  const standing = closings.closings.find(({ from, to, reopened }) => from === period.from && to === period.to && reopened === null)
  return { closings, restatements: standing ? await listRestatements(reader, standing) : null }
}
