import { PageHead } from '@oeuvre/ui/layout/page-head.tsx'
import { SideHead } from '@oeuvre/ui/layout/side-head.tsx'
import { useSuspenseQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { trpc } from '../../../lib/api.ts'
import { useFormat } from '../../../lib/format.ts'
import { usePageTitle } from '../../../lib/page-title.ts'
import { KnownRates, RateLoads } from '../components/known-rates.tsx'
import { RateFile } from '../components/rate-file.tsx'
import { TypedRates } from '../components/typed-rates.tsx'

/** By which rates values come into the reporting currency: a file goes in, one is typed; what waits for a rate (`missing`) stands between. */
export function Rates({ missing }: { readonly missing: ReactNode }) {
  const t = useTranslations('rates')
  usePageTitle(t('title'))
  const f = useFormat()
  const { data } = useSuspenseQuery(trpc.rates.list.queryOptions())
  return (
    <>
      <PageHead size="title" title={t('title')} intro={t('intro', { currency: f.currencyName(data.reportingCurrency) })} />
      <SideHead title={t('file.title')} note={t('file.note')}>
        <RateFile />
      </SideHead>
      {missing}
      <SideHead title={t('typed.title')} note={t('typed.note')}>
        <TypedRates rates={data.typed} />
      </SideHead>
      <SideHead title={t('known.title')} note={t('known.note')}>
        <KnownRates currencies={data.currencies} />
      </SideHead>
      <SideHead title={t('loads.title')} note={t('loads.note')}>
        <RateLoads loads={data.loads} />
      </SideHead>
    </>
  )
}
