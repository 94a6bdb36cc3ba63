import type { LinkView } from '@oeuvre/domain/links/schema'
import { Notice } from '@oeuvre/ui/feedback/notice.tsx'
import { PageHead } from '@oeuvre/ui/layout/page-head.tsx'
import { SideHead } from '@oeuvre/ui/layout/side-head.tsx'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { ScreenLink } from '../../../components/screen-links.tsx'
import { trpc } from '../../../lib/api.ts'
import { usePageTitle } from '../../../lib/page-title.ts'
import { useShell } from '../../../lib/shell.ts'
import classes from '../components/links.module.css'
import { MakeForm } from '../components/make-form.tsx'
import { ShareLink } from '../components/share-link.tsx'
import { LinkRows } from '../embed/link-rows.tsx'

/** One's own links: making one, what goes with sharing it, and those made before. */
export function Links({ programId }: { readonly programId: string | null }) {
  const t = useTranslations('links')
  usePageTitle(t('title'))
  const { data: page } = useSuspenseQuery(trpc.links.list.queryOptions({}))
  const { data: own } = useSuspenseQuery(trpc.accounts.listOwn.queryOptions())
  const [made, setMade] = useState<LinkView | null>(null)
  return (
    <>
      <PageHead title={t('title')} intro={t('intro')} />
      <SideHead title={t('make.title')} note={t('make.note')}>
        {page.domains.length > 0 ? <MakeForm page={page} accounts={own.accounts} programId={programId} onMade={setMade} /> : <NoDomains />}
      </SideHead>
      {made && <Made key={made.id} link={made} />}
      <SideHead title={t('own.title')} note={t('own.note')}>
        {page.links.length > 0 ? (
          <LinkRows links={page.links} today={page.today} caption={t('own.title')} />
        ) : (
          <p className={classes.note}>{t('own.empty')}</p>
        )}
      </SideHead>
    </>
  )
}

/** Where the reader is led once it is made. */
function Made({ link }: { readonly link: LinkView }) {
  const t = useTranslations('links')
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    place.current?.scrollIntoView({ block: 'center' })
    place.current?.focus({ preventScroll: true })
  }, [])
  return (
    <div ref={place} tabIndex={-1}>
      <SideHead title={t('share.title')} note={t('make.done')}>
        <ShareLink link={link} />
      </SideHead>
    </div>
  )
}

function NoDomains() {
  const t = useTranslations('links.make')
  const { can, organization } = useShell()
  return (
    <Notice>
      {t('noDomains')}{' '}
      {can['link.administer'] ? (
        <ScreenLink to="/$organization/admin/settings" params={{ organization }}>
          {t('noDomainsGo')}
        </ScreenLink>
      ) : (
        t('noDomainsAsk')
      )}
    </Notice>
  )
}
