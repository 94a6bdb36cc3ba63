import { TextInput } from '@mantine/core'
import type { LinksOutput, LinkView } from '@oeuvre/domain/links/schema'
import { PlainAction } from '@oeuvre/ui/actions/plain-action.tsx'
import { useTranslations } from 'use-intl'
import { FormError } from '../../../components/form-error.tsx'
import { useFormat } from '../../../lib/format.ts'
import { useDestination } from '../model/use-destination.ts'
import classes from './links.module.css'

type Props = { readonly link: LinkView; readonly page: Pick<LinksOutput, 'domains' | 'canCheck'> }

/** Where it leads, to be changed; and where it led. */
export function DestinationPart({ link, page }: Props) {
  const t = useTranslations('links')
  const { list, instant } = useFormat()
  const { form, problem, submit, isPending } = useDestination(link, page.canCheck)
  return (
    <form noValidate onSubmit={submit} className={classes.destination}>
      <TextInput
        label={t('make.destination')}
        description={t('make.destinationHint', { domains: list(page.domains.slice(0, 6)) })}
        inputMode="url"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        {...form.getInputProps('destination')}
      />
      <FormError>{problem}</FormError>
      <div>
        <PlainAction type="submit" loading={isPending}>
          {t('change.submit')}
        </PlainAction>
      </div>
      {link.before.length > 0 && (
        <ul aria-label={t('change.before')}>
          {link.before.map(({ destination, until }) => (
            <li key={until}>{t('change.until', { destination, until: instant(until) })}</li>
          ))}
        </ul>
      )}
    </form>
  )
}
