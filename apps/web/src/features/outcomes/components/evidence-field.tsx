import { TextInput } from '@mantine/core'
import { IconAction } from '@oeuvre/ui/actions/icon-action.tsx'
import { PlainAction } from '@oeuvre/ui/actions/plain-action.tsx'
import { TextButton } from '@oeuvre/ui/actions/text-link.tsx'
import { Icon } from '@oeuvre/ui/marks/icon.tsx'
import { type ReactNode, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useWords } from '../../../lib/errors.ts'
import { ClientMark } from './client-mark.tsx'
import { FileInputs, useFileChoice } from './file-choice.tsx'
import { FileRow, UploadRows } from './file-rows.tsx'
import classes from './log.module.css'
import files from './log-files.module.css'
import { useLogPage, useRefusal } from './log-page.ts'
import { useEvidenceName } from './use-evidence-name.ts'
import { useFileDrops } from './use-file-drops.ts'
import { useTakeLinks } from './use-take-links.ts'

/** What shows it: links, files, and the number in the CRM. */
export function EvidenceField() {
  const { form, uploads } = useLogPage()
  const isOver = useFileDrops(uploads.add)
  const t = useTranslations('outcomesLog.shows')
  const [open, setOpen] = useState<'link' | null>(null)
  const [hasCrm, setCrm] = useState(form.externalId !== '')
  return (
    <div className={isOver ? files.over : undefined}>
      <EvidenceList />
      {hasCrm && <CrmField />}
      {open === 'link' ? (
        <LinkField onClose={() => setOpen(null)} />
      ) : isOver ? (
        <p className={classes.hintBelow}>{t('drop')}</p>
      ) : (
        <MoreEvidence hasCrm={hasCrm} onLink={() => setOpen('link')} onCrm={() => setCrm(true)} />
      )}
    </div>
  )
}

function EvidenceList() {
  const t = useTranslations('outcomesLog.shows')
  const { form, change, uploads } = useLogPage()
  const nameOf = useEvidenceName()
  if (form.evidence.length === 0 && uploads.items.length === 0) return null
  const without = (gone: string) => change({ evidence: form.evidence.filter(({ id }) => id !== gone) })
  return (
    <ul className={classes.evidence}>
      {form.evidence.map((evidence) =>
        evidence.file ? (
          <FileRow
            key={evidence.id}
            file={evidence.file}
            name={nameOf(evidence)}
            mark={<ClientMark evidence={evidence} name={nameOf(evidence)} />}
            onRemove={() => without(evidence.id)}
          />
        ) : (
          <li key={evidence.id}>
            <Icon name="link" />
            <a href={evidence.url} target="_blank" rel="noreferrer">
              {nameOf(evidence)}
            </a>
            <small>{hostOf(evidence.url)}</small>
            <ClientMark evidence={evidence} name={nameOf(evidence)} />
            <IconAction icon="close" label={t('remove', { what: nameOf(evidence) })} onClick={() => without(evidence.id)} />
          </li>
        ),
      )}
      <UploadRows uploads={uploads} />
    </ul>
  )
}

type MoreEvidenceProps = { readonly hasCrm: boolean; readonly onLink: () => void; readonly onCrm: () => void }

function MoreEvidence({ hasCrm, onLink, onCrm }: MoreEvidenceProps) {
  const t = useTranslations('outcomesLog.shows')
  const { uploads } = useLogPage()
  const { choose, photograph, inputs } = useFileChoice()
  const parts = {
    link: (words: ReactNode) => <TextButton onClick={onLink}>{words}</TextButton>,
    file: (words: ReactNode) => <TextButton onClick={choose}>{words}</TextButton>,
    crm: (words: ReactNode) => <TextButton onClick={onCrm}>{words}</TextButton>,
  }
  return (
    <>
      <p className={classes.hintBelow}>
        {hasCrm ? t.rich('orWithoutCrm', parts) : t.rich('or', parts)}{' '}
        <TextButton className={files.photograph} onClick={photograph}>
          {t('photograph')}
        </TextButton>
      </p>
      <FileInputs inputs={inputs} onFiles={uploads.add} />
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
