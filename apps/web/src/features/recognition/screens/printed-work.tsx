import { PlainAction } from '@oeuvre/ui/actions/plain-action.tsx'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTranslations } from 'use-intl'
import { trpc } from '../../../lib/api.ts'
import { usePageTitle } from '../../../lib/page-title.ts'
import { sayDrawn } from '../../../lib/print-state.ts'
import { WorkSheet } from '../components/work-sheet.tsx'
import { type Days, useWorkWords } from '../model/use-work-words.ts'

/** One's own work on paper: printed by a browser, or by the server with its reader's session. */
export function PrintedWork({ days }: { readonly days: Days }) {
  const t = useTranslations('recognition.work')
  const { data: portfolio } = useSuspenseQuery(trpc.portfolio.get.queryOptions(days))
  const words = useWorkWords(portfolio.owner.id, days)
  usePageTitle(portfolio.owner.name)
  useEffect(() => {
    void sayDrawn()
  }, [])
  return <WorkSheet portfolio={portfolio} words={words} tools={<PlainAction onClick={() => window.print()}>{t('print')}</PlainAction>} />
}
