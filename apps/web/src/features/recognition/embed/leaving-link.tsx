import { PlainAction } from '@oeuvre/ui/actions/plain-action.tsx'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { FormError } from '../../../components/form-error.tsx'
import { PanelPart } from '../../../components/side-panel.tsx'
import { type Outputs, trpc } from '../../../lib/api.ts'
import { describe, useWords } from '../../../lib/errors.ts'
import { useFormat } from '../../../lib/format.ts'
import { CopyLine } from '../../links/embed/copy-line.tsx'

/** For whoever administers: how somebody who left comes by what is theirs, and the one link to hand over, shown once. */
export function LeavingLink({ personId }: { readonly personId: string }) {
  const t = useTranslations('recognition.leaving')
  const words = useWords()
  const f = useFormat()
  const { data: leaving, refetch } = useQuery(trpc.portfolio.leaving.queryOptions({ id: personId }))
  const make = useMutation(trpc.portfolio.makeLink.mutationOptions({ meta: { showsItsErrors: true }, onSettled: () => refetch() }))
  if (!leaving) return null
  return (
    <PanelPart title={t('linkTitle')} hint={<Standing leaving={leaving} />}>
      {make.data ? (
        <CopyLine
          label={t('link', { day: f.day(make.data.expiresOn) })}
          value={`${location.origin}/take-along#${make.data.token}`}
          copyLabel={t('copy')}
          copiedLabel={t('copied')}
        />
      ) : (
        !leaving.isFetched && (
          <PlainAction onClick={() => make.mutate({ id: personId })} loading={make.isPending}>
            {t(leaving.willMail || leaving.expiresOn ? 'makeInstead' : 'make')}
          </PlainAction>
        )
      )}
      <FormError>{make.isError ? describe(make.error, words) : null}</FormError>
    </PanelPart>
  )
}

function Standing({ leaving }: { readonly leaving: Outputs['portfolio']['leaving'] }) {
  const t = useTranslations('recognition.leaving')
  const f = useFormat()
  const { isFetched, willMail, mailed, expiresOn } = leaving
  if (isFetched) return t('fetched')
  if (willMail) return t('willMail')
  if (mailed === 'refused') return t('mailRefused')
  if (mailed && expiresOn) return t(mailed === 'sent' ? 'mailed' : 'mailUnknown', { day: f.day(expiresOn) })
  return expiresOn ? t('made', { day: f.day(expiresOn) }) : t('linkHint')
}
