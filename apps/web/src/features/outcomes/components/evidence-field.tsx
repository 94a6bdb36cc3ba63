import { TextInput } from '@mantine/core'
import { IconAction } from '@oeuvre/ui/actions/icon-action.tsx'
import { PlainAction } from '@oeuvre/ui/actions/plain-action.tsx'
import { TextButton } from '@oeuvre/ui/actions/text-link.tsx'
import { Icon } from '@oeuvre/ui/marks/icon.tsx'
import { type ReactNode, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useWords } from '../../../lib/errors.ts'
import classes from './log.module.css'
import { useLogPage, useRefusal } from './log-page.ts'
import { useEvidenceName } from './use-evidence-name.ts'
import { useTakeLinks } from './use-take-links.ts'

/** What shows it: links, and the number in the CRM. */
export function EvidenceField() {
  const t = useTranslations('outcomesLog.shows')
  const { form, change } = useLogPage()
  const nameOf = useEvidenceName()
  const [open, setOpen] = useState<'link' | null>(null)
  const [hasCrm, setCrm] = useState(form.externalId !== '')
  return (
    <>
      {form.evidence.length > 0 && (
        <ul className={classes.evidence}>
          {form.evidence.map((evidence) => (
            <li key={evidence.id}>
              <Icon name="link" />
              <a href={evidence.url} target="_blank" rel="noreferrer">
                {nameOf(evidence)}
              </a>
              <small>{hostOf(evidence.url)}</small>
              <IconAction
                icon="close"
                label={t('remove', { what: nameOf(evidence) })}
                onClick={() => change({ evidence: form.evidence.filter(({ id }) => id !== evidence.id) })}
              />
            </li>
          ))}
        </ul>
      )}
      {hasCrm && <CrmField />}
      {open === 'link' ? (
        <LinkField onClose={() => setOpen(null)} />
      ) : (
        <p className={classes.hintBelow}>
          {hasCrm ? (
            <TextButton onClick={() => setOpen('link')}>{t('addLink')}</TextButton>
          ) : (
            t.rich('or', {
              link: (words: ReactNode) => <TextButton onClick={() => setOpen('link')}>{words}</TextButton>,
              crm: (words: ReactNode) => <TextButton onClick={() => setCrm(true)}>{words}</TextButton>,
            })
          )}
        </p>
      )}
    </>
  )
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : ''
}

function CrmField() {
  const t = useTranslations('outcomesLog.shows')
  const { form, change } = useLogPage()
  const refusal = useRefusal()('externalId')
  return (
    <TextInput
      label={t('crm')}
      value={form.externalId}
      onChange={({ currentTarget: { value } }) => change({ externalId: value })}
      error={refusal}
      autoComplete="off"
      className={classes.crm}
      data-answer="externalId"
    />
  )
}

function LinkField({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslations('outcomesLog.shows')
  const words = useWords()
  const { form, change } = useLogPage()
  const takeThem = useTakeLinks()
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  function add() {
    if (text.trim() === '') return onClose()
    const taken = takeThem(form, [text.trim()])
    if (taken.refusals[0]) return setProblem(words(taken.refusals[0]))
    change(taken.form)
    onClose()
  }
  return (
    <div className={classes.addLink}>
      <TextInput
        aria-label={t('link')}
        placeholder={t('linkPlaceholder')}
        type="url"
        inputMode="url"
        autoFocus
        value={text}
        error={problem}
        onChange={({ currentTarget: { value } }) => {
          setText(value)
          setProblem(null)
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onClose()
          if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
            event.preventDefault()
            add()
          }
        }}
      />
      <PlainAction tall onClick={add}>
        {t('add')}
      </PlainAction>
    </div>
  )
}
