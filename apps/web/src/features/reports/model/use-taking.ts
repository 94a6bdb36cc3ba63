import { formatImpactFilter, type ImpactPage, parseImpactFilter } from '@oeuvre/domain/impact/schema'
import { formatListFilter } from '@oeuvre/domain/outcomes/filter/schema'
import type { ReportAsked } from '@oeuvre/domain/reports/schema'
import { writeAddress } from '@oeuvre/domain/text/address'
import { CreditsFilter } from '@oeuvre/domain/transfers/exports/schema'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { useNotices } from '../../../components/notices.tsx'
import { trpc } from '../../../lib/api.ts'
import { exportAddress } from '../../../lib/export-address.ts'
import { useLanguage } from '../../../lib/language.ts'
import { useShell } from '../../../lib/shell.ts'
import { lastingFilter } from '../../impact/embed/figures-address.ts'

/** A file of more rows than that is made in the background. */
const manyRows = 50_000

/** What happens when something of the page is taken along. */
export function useTaking(page: ImpactPage) {
  const t = useTranslations('reports.take')
  const language = useLanguage()
  const client = useQueryClient()
  const { organization } = useShell()
  const { done, failed } = useNotices()
  const create = useMutation(
    trpc.reports.create.mutationOptions({
      onSuccess: () => done(t('asked')),
      onSettled: () => client.invalidateQueries(trpc.reports.pathFilter()),
    }),
  )
  const make = (asked: ReportAsked) => create.mutate({ id: crypto.randomUUID(), language, asked })
  return {
    make,
    take(asked: ReportAsked) {
      // The page knows about how many there are: a result is a row of its file, and about two entries of the ledger.
      if (page.headline.now.outcomes > manyRows || asked.kind === 'impact-pdf') return make(asked)
      const address =
        asked.kind === 'outcomes-csv'
          ? exportAddress(organization, 'outcomes', formatListFilter(asked.filter))
          : exportAddress(organization, 'credits', writeAddress(CreditsFilter, asked.filter))
      location.assign(address)
    },
    async copy() {
      const filter = lastingFilter(parseImpactFilter(Object.fromEntries(new URLSearchParams(location.search))), page)
      const link = `${location.origin}/${organization}/impact?${new URLSearchParams(formatImpactFilter(filter)).toString()}`
      try {
        await navigator.clipboard.writeText(link)
        done(t('copied'))
      } catch {
        failed(t('copyFailed', { link }))
      }
    },
  }
}
