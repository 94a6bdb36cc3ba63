import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { usePageTitle } from '../lib/page-title.ts'
import { useShell } from '../lib/shell.ts'
import classes from './home.module.css'

/** Who you are decides what is first; for now: the question. */
export function Home() {
  const t = useTranslations('home')
  const { person } = useShell()
  usePageTitle(t('title'))
  return (
    <section className={classes.ask}>
      <p className={classes.hello}>{t('hello', { name: person.name.split(' ')[0] ?? person.name })}</p>
      <h1>{t('ask')}</h1>
      <Ask />
      <p className={classes.example}>{t('example')}</p>
    </section>
  )
}

/** One large field: what is written or pasted here opens the log with it. */
function Ask() {
  const t = useTranslations('home')
  const navigate = useNavigate()
  const { organization } = useShell()
  const [text, setText] = useState('')
  return (
    <form
      className={classes.box}
      onSubmit={(event) => {
        event.preventDefault()
        void navigate({ to: '/$organization/outcomes/new', params: { organization }, state: { said: text } })
      }}
    >
      <input value={text} onChange={(event) => setText(event.currentTarget.value)} placeholder={t('placeholder')} aria-label={t('ask')} />
      <button type="submit">
        {t('log')} <span aria-hidden="true">↵</span>
      </button>
    </form>
  )
}
