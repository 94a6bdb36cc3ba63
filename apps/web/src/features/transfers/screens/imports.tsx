import { PageHead } from '@oeuvre/ui/layout/page-head.tsx'
import { SideHead } from '@oeuvre/ui/layout/side-head.tsx'
import { useTranslations } from 'use-intl'
import { usePageTitle } from '../../../lib/page-title.ts'
import { ExportLinks } from '../components/export-links.tsx'
import { ImportHistory } from '../components/import-history.tsx'
import { NewImport } from '../components/new-import.tsx'

/** A file comes in; those that came; lists go out. */
export function Imports() {
  const t = useTranslations('transfers')
  usePageTitle(t('title'))
  return (
    <>
      <PageHead title={t('title')} intro={t('intro')} />
      <SideHead title={t('fresh.title')} note={t('fresh.note')}>
        <NewImport />
      </SideHead>
      <SideHead title={t('history.title')} note={t('history.note')}>
        <ImportHistory />
      </SideHead>
      <SideHead title={t('exports.title')} note={t('exports.note')}>
        <ExportLinks />
      </SideHead>
    </>
  )
}
