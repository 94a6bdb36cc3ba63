import { MainAction } from '@oeuvre/ui/actions/main-action.tsx'
import { PlainAction } from '@oeuvre/ui/actions/plain-action.tsx'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useShell } from '../lib/shell.ts'
import classes from './home.module.css'

/** One large field: what is written or pasted here opens the log with it. */
export function Ask({ isFirst }: { readonly isFirst: boolean }) {
  const t = useTranslations('home')
  const navigate = useNavigate()
  const { organization } = useShell()
  const [said, setSaid] = useState('')
  const Heading = isFirst ? 'h1' : 'h2'
  // One terracotta button on a screen: where something else comes first, this one is plain.
  const Action = isFirst ? MainAction : PlainAction
  return (
    <section className={classes.ask} data-first={isFirst || undefined}>
      <Heading>{t('ask')}</Heading>
      <form
        className={classes.box}
        onSubmit={(event) => {
          event.preventDefault()
          void navigate({ to: '/$organization/outcomes/new', params: { organization }, state: { said } })
        }}
      >
        <input
          value={said}
          onChange={(event) => setSaid(event.currentTarget.value)}
          placeholder={t('placeholder')}
          aria-label={t('ask')}
          autoComplete="off"
          enterKeyHint="go"
        />
        <Action type="submit" tall keys={['↵']} stretch="phone">
          {t('log')}
        </Action>
      </form>
      {isFirst && <p className={classes.example}>{t('example')}</p>}
    </section>
  )
}
