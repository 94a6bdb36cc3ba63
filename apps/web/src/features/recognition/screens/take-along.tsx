import type { LeavingLinkView, PortfolioOutput } from '@oeuvre/domain/recognition/portfolio/schema'
import { MainAction } from '@oeuvre/ui/actions/main-action.tsx'
import { PlainAction } from '@oeuvre/ui/actions/plain-action.tsx'
import { LineSkeleton, Loading } from '@oeuvre/ui/feedback/skeletons.tsx'
import { Wordmark } from '@oeuvre/ui/marks/wordmark.tsx'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { trpc } from '../../../lib/api.ts'
import { useFormat } from '../../../lib/format.ts'
import { usePageTitle } from '../../../lib/page-title.ts'
import styles from '../components/take-along.module.css'
import { WorkSheet } from '../components/work-sheet.tsx'
import { useWorkWords } from '../model/use-work-words.ts'
import { saveZip } from '../model/work-files.ts'

/** Somebody who left fetches what is theirs, once. The token stands after the #: it is sent in no address. */
export function TakeAlong() {
  const t = useTranslations('recognition.leaving')
  const [token] = useState(() => location.hash.slice(1))
  const open = useMutation(trpc.portfolio.openLink.mutationOptions({ meta: { showsItsErrors: true } }))
  const take = useMutation(trpc.portfolio.fetch.mutationOptions({ meta: { showsItsErrors: true } }))
  const { mutate } = open
  usePageTitle(t('title'))
  useEffect(() => mutate({ token }), [mutate, token])
  if (take.data) return <Taken portfolio={take.data} />
  return (
    <main id="main" className={styles.door} tabIndex={-1}>
      <Wordmark label="Oeuvre" />
      {open.isError || take.isError ? (
        <Over />
      ) : open.data ? (
        <Offer view={open.data} isPending={take.isPending} onTake={() => take.mutate({ token })} />
      ) : (
        <Loading label={t('title')}>
          <LineSkeleton lines={3} />
        </Loading>
      )}
    </main>
  )
}

function Offer({ view, isPending, onTake }: { readonly view: LeavingLinkView; readonly isPending: boolean; readonly onTake: () => void }) {
  const t = useTranslations('recognition.leaving')
  const f = useFormat()
  return (
    <>
      <h1>{t('hello', { name: view.personName })}</h1>
      <p>{t('intro', { organization: view.organizationName, day: f.day(view.expiresOn) })}</p>
      <MainAction onClick={onTake} loading={isPending}>
        {t('take')}
      </MainAction>
      <p className={styles.quiet}>{t('once')}</p>
    </>
  )
}

function Over() {
  const t = useTranslations('recognition.leaving')
  return (
    <>
      <h1>{t('over')}</h1>
      <p>{t('overText')}</p>
    </>
  )
}

function Taken({ portfolio }: { readonly portfolio: PortfolioOutput }) {
  const t = useTranslations('recognition.leaving')
  const words = useWorkWords(portfolio.owner.id, {})
  return (
    <WorkSheet
      portfolio={portfolio}
      words={words}
      tools={
        <div className={styles.tools}>
          <p>{t('taken')}</p>
          <MainAction onClick={() => void saveZip(portfolio, words)}>{t('zip')}</MainAction>
          <PlainAction onClick={() => window.print()}>{t('pdf')}</PlainAction>
        </div>
      }
    />
  )
}
