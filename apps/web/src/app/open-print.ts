import { formatImpactFilter, parseImpactFilter } from '@oeuvre/domain/impact/schema'
import type { Language } from '@oeuvre/domain/organizations/schema'
import { queryClient, trpc, trpcClient } from '../lib/api.ts'
import { printOrigin } from '../lib/print-origin.ts'

/**
 * The server prints a page for somebody who is not there: a one-use token after the # brings all that it shows, in one answer, and nothing
 * is asked for afterwards. The language is theirs.
 */
export async function openPrint(hash: string): Promise<Language> {
  history.replaceState(history.state, '', location.pathname + location.search)
  queryClient.setDefaultOptions({ queries: { ...queryClient.getDefaultOptions().queries, staleTime: Number.POSITIVE_INFINITY } })
  try {
    const { me, shell, vocabulary, page, filter, language, baseUrl } = await trpcClient.reports.print.query({
      token: hash.slice('#print='.length),
    })
    queryClient.setQueryData(trpc.identity.me.queryKey(), me)
    queryClient.setQueryData(trpc.organizations.shell.queryKey(), shell)
    queryClient.setQueryData(trpc.outcomes.vocabulary.queryKey(), vocabulary)
    queryClient.setQueryData(trpc.impact.page.queryKey(parseImpactFilter(formatImpactFilter(filter))), page)
    printOrigin.set(baseUrl)
    return language
  } catch (error) {
    document.documentElement.dataset.print = 'failed'
    throw error
  }
}
