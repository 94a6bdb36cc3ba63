import { formatImpactFilter, parseImpactFilter } from '@oeuvre/domain/impact/schema'
import type { Language } from '@oeuvre/domain/organizations/schema'
import { newestVerified } from '@oeuvre/domain/outcomes/filter/schema'
import { queryClient, trpc, trpcClient } from '../lib/api.ts'
import { printOrigin } from '../lib/print-origin.ts'

type PrintView = Awaited<ReturnType<typeof trpcClient.reports.print.query>>

/**
 * The server prints a page for somebody who is not there: a one-use token after the # brings all that it shows, in one answer, and nothing
 * is asked for afterwards. The language is theirs.
 */
export async function openPrint(hash: string): Promise<Language> {
  history.replaceState(history.state, '', location.pathname + location.search)
  queryClient.setDefaultOptions({ queries: { ...queryClient.getDefaultOptions().queries, staleTime: Number.POSITIVE_INFINITY } })
  try {
    const view = await trpcClient.reports.print.query({ token: hash.slice('#print='.length) })
    putParts(view)
    printOrigin.set(view.baseUrl)
    return view.language
  } catch (error) {
    document.documentElement.dataset.print = 'failed'
    throw error
  }
}

function putParts({ me, shell, vocabulary, page, filter, newest, reported }: PrintView): void {
  queryClient.setQueryData(trpc.identity.me.queryKey(), me)
  queryClient.setQueryData(trpc.organizations.shell.queryKey(), shell)
  queryClient.setQueryData(trpc.outcomes.vocabulary.queryKey(), vocabulary)
  queryClient.setQueryData(trpc.impact.page.queryKey(parseImpactFilter(formatImpactFilter(filter))), page)
  if (newest) queryClient.setQueryData(trpc.outcomes.list.queryKey(newestVerified), newest)
  if (!reported) return
  const { closings, restatements } = reported
  queryClient.setQueryData(trpc.impact.closings.queryKey(), closings)
  if (restatements) queryClient.setQueryData(trpc.impact.restatements.queryKey({ id: restatements.closingId }), restatements)
}
