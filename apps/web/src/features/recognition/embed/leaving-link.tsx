import { PlainAction } from '@oeuvre/ui/actions/plain-action.tsx'
import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { FormError } from '../../../components/form-error.tsx'
import { PanelPart } from '../../../components/side-panel.tsx'
import { trpc } from '../../../lib/api.ts'
import { describe, useWords } from '../../../lib/errors.ts'
import { useFormat } from '../../../lib/format.ts'
import { CopyLine } from '../../links/embed/copy-line.tsx'

/** For whoever administers: the one link of somebody who left, shown once, to hand over. */
export function LeavingLink({ personId }: { readonly personId: string }) {
  const t = useTranslations('recognition.leaving')
  const words = useWords()
  const f = useFormat()
  const make = useMutation(trpc.portfolio.makeLink.mutationOptions({ meta: { showsItsErrors: true } }))
  return (
    <PanelPart title={t('linkTitle')} hint={t('linkHint')}>
      {make.data ? (
        <CopyLine
          label={t('link', { day: f.day(make.data.expiresOn) })}
          value={`${location.origin}/take-along#${make.data.token}`}
          copyLabel={t('copy')}
          copiedLabel={t('copied')}
        />
      ) : (
        <PlainAction onClick={() => make.mutate({ id: personId })} loading={make.isPending}>
          {t('make')}
        </PlainAction>
      )}
      <FormError>{make.isError ? describe(make.error, words) : null}</FormError>
    </PanelPart>
  )
}
