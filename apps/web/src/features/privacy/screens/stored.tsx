import { FilterBar } from '@oeuvre/ui/actions/filter-bar.tsx'
import { PlainAction } from '@oeuvre/ui/actions/plain-action.tsx'
import { PageHead } from '@oeuvre/ui/layout/page-head.tsx'
import { SideHead } from '@oeuvre/ui/layout/side-head.tsx'
import { useSuspenseQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect } from 'react'
import { useTranslations } from 'use-intl'
import { PlainLink } from '../../../components/screen-links.tsx'
import { trpc } from '../../../lib/api.ts'
import { useFormat } from '../../../lib/format.ts'
import { usePageTitle } from '../../../lib/page-title.ts'
import { sayDrawn } from '../../../lib/print-state.ts'
import { useShell } from '../../../lib/shell.ts'
import classes from '../components/stored.module.css'
import { Decided, StoredList } from '../components/stored-list.tsx'

const never = ['zero', 'followers', 'background', 'password', 'score', 'visitors'] as const

function Body({ head, isWhole = false }: { readonly head: ReactNode; readonly isWhole?: boolean }) {
  const t = useTranslations('privacy')
  const columns = useTranslations('privacyColumns')
  return (
    <>
      {head}
      <SideHead title={t('never.title')}>
        <ul className={classes.never}>
          {never.map((one) => (
            <li key={one}>{t(`never.${one}`)}</li>
          ))}
        </ul>
      </SideHead>
      <SideHead title={t('decided.title')} note={t('decided.note')}>
        <Decided />
      </SideHead>
      <StoredList isWhole={isWhole} />
      <p className={classes.foot}>{columns('organization')}</p>
    </>
  )
}

/** What is stored about people here, why, for how long, and who sees it. */
export function StoredPage({ printAddress }: { readonly printAddress: string }) {
  const t = useTranslations('privacy')
  const { organization, settings } = useShell()
  const { data: means } = useSuspenseQuery(trpc.reports.means.queryOptions())
  usePageTitle(t('title'))
  return (
    <Body
      head={
        <>
          <FilterBar
            end={
              <>
                <PlainLink to="/$organization/print/stored" params={{ organization }}>
                  {t('print')}
                </PlainLink>
                {means.canPrint && <PlainAction href={printAddress}>{t('pdf')}</PlainAction>}
              </>
            }
          >
            {null}
          </FilterBar>
          <PageHead size="title" title={t('title')} intro={t('intro', { organization: settings.name })} />
        </>
      }
    />
  )
}

/** The same on a sheet. */
export function StoredSheet() {
  const t = useTranslations('privacy')
  const f = useFormat()
  const { settings } = useShell()
  usePageTitle(t('sheet', { organization: settings.name }))
  useEffect(() => {
    void sayDrawn()
  }, [])
  return (
    <main id="main" className={classes.sheet} tabIndex={-1}>
      <style>{'@page { size: A4; margin: 15mm 0 17mm; }'}</style>
      <div data-print="hide">
        <PlainAction onClick={() => window.print()}>{t('print')}</PlainAction>
      </div>
      <Body
        isWhole
        head={
          <PageHead size="title" title={t('sheet', { organization: settings.name })} intro={t('intro', { organization: settings.name })} />
        }
      />
      <p className={classes.foot}>{t('foot', { instant: f.instant(new Date().toISOString()) })}</p>
    </main>
  )
}
