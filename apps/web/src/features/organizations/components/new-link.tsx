import { TextInput } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import type { NewLink } from '@oeuvre/domain/organizations/access/schema'
import { PlainAction } from '@oeuvre/ui/actions/plain-action.tsx'
import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { useFormat } from '../../../lib/format.ts'
import classes from './new-link.module.css'

type NewLinkCardProps = { readonly title: string; readonly link: NewLink; readonly children?: ReactNode }

/** A one-use link, shown once: it stands in no list, and closing this forgets it. */
export function NewLinkCard({ title, link, children }: NewLinkCardProps) {
  const t = useTranslations('organizations.link')
  const { instantDay, time } = useFormat()
  const { copied, copy } = useClipboard({ timeout: 4_000 })
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  return (
    <section className={classes.card} aria-label={title}>
      <h3>{title}</h3>
      <p>{t('once')}</p>
      <TextInput
        ref={field}
        aria-label={t('address')}
        readOnly
        value={link.link}
        onFocus={(event) => event.currentTarget.select()}
        classNames={{ input: classes.address }}
      />
      <p className={classes.until}>{t('until', { day: instantDay(link.expiresAt), time: time(link.expiresAt) })}</p>
      <div className={classes.actions}>
        <PlainAction onClick={() => copy(link.link)}>
          <span aria-live="polite">{copied ? t('copied') : t('copy')}</span>
        </PlainAction>
        {children}
      </div>
    </section>
  )
}
