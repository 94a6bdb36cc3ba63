import { Textarea } from '@mantine/core'
import { type StoryPage, stageLimits } from '@oeuvre/domain/stage/schema'
import { PlainAction } from '@oeuvre/ui/actions/plain-action.tsx'
import { QuietAction } from '@oeuvre/ui/actions/quiet-action.tsx'
import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { DateField } from '../../../components/date-field.tsx'
import { ChoiceField, Two } from '../../../components/form-frame.tsx'
import { QuietLink } from '../../../components/screen-links.tsx'
import { useWords } from '../../../lib/errors.ts'
import { useShell } from '../../../lib/shell.ts'
import { useStoryChanges } from '../model/use-story-changes.ts'
import styles from './story-actions.module.css'

/** Other days, taking it down with a reason, putting it back. */
export function StoryActions({ page }: { readonly page: StoryPage }) {
  const t = useTranslations('stage.act')
  const { organization } = useShell()
  const [open, setOpen] = useState<'schedule' | 'takeDown' | null>(null)
  const { restore, undo } = useStoryChanges(page)
  const { can } = page
  const close = () => setOpen(null)
  if (!can.schedule && !can.takeDown && !can.restore) return null
  return (
    <div className={styles.actions} data-print="hide">
      <div className={styles.row}>
        {can.reword && (
          <QuietLink to="/$organization/stage/words/$id" params={{ organization, id: page.story.id }}>
            {t('reword')}
          </QuietLink>
        )}
        {can.schedule && <QuietAction onClick={() => setOpen(open === 'schedule' ? null : 'schedule')}>{t('schedule')}</QuietAction>}
        {can.undo ? (
          <QuietAction onClick={() => undo.mutate()}>{t('takeDown')}</QuietAction>
        ) : (
          can.takeDown && <QuietAction onClick={() => setOpen(open === 'takeDown' ? null : 'takeDown')}>{t('takeDown')}</QuietAction>
        )}
        {can.restore && <PlainAction onClick={() => restore.mutate()}>{t('restore')}</PlainAction>}
      </div>
      {open === 'takeDown' && <TakeDownForm page={page} onClose={close} />}
      {open === 'schedule' && <ScheduleForm page={page} onClose={close} />}
    </div>
  )
}

type FormProps = { readonly page: StoryPage; readonly onClose: () => void }

function TakeDownForm({ page, onClose }: FormProps) {
  const t = useTranslations('stage.act')
  const say = useWords()
  const [reason, setReason] = useState('')
  const [isMissing, setMissing] = useState(false)
  const { takeDown } = useStoryChanges(page, onClose)
  function send(event: FormEvent) {
    event.preventDefault()
    const isBlank = reason.trim() === ''
    setMissing(isBlank)
    if (!isBlank) takeDown.mutate(reason)
  }
  return (
    <form onSubmit={send} noValidate className={styles.form}>
      <Textarea
        label={t('reason')}
        description={t('takeDownHint')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={isMissing ? say({ code: 'words-required' }) : null}
        maxLength={stageLimits.said}
        autosize
        minRows={2}
        autoFocus
      />
      <Ends label={t('takeDown')} isPending={takeDown.isPending} onClose={onClose} />
    </form>
  )
}

function ScheduleForm({ page, onClose }: FormProps) {
  const t = useTranslations('stage.form')
  const act = useTranslations('stage.act')
  const [from, setFrom] = useState<string | null>(page.story.from)
  const [until, setUntil] = useState(page.story.until)
  const [place, setPlace] = useState<'lead' | 'inside'>(page.story.isLead ? 'lead' : 'inside')
  const { schedule } = useStoryChanges(page, onClose)
  function send(event: FormEvent) {
    event.preventDefault()
    if (from) schedule.mutate({ from, until, isLead: place === 'lead' })
  }
  return (
    <form onSubmit={send} noValidate className={styles.form}>
      <Two>
        <DateField label={t('from')} value={from} onChange={setFrom} />
        <DateField label={t('until')} value={until} onChange={setUntil} clearable />
      </Two>
      <PlaceField value={place} onChoose={setPlace} />
      <Ends label={act('save')} isPending={schedule.isPending} onClose={onClose} />
    </form>
  )
}

export function PlaceField({
  value,
  onChoose,
}: {
  readonly value: 'lead' | 'inside'
  readonly onChoose: (value: 'lead' | 'inside') => void
}) {
  const t = useTranslations('stage.form')
  return (
    <ChoiceField
      label={t('place')}
      options={[
        { value: 'inside', label: t('inside') },
        { value: 'lead', label: t('lead') },
      ]}
      value={value}
      onChoose={onChoose}
    />
  )
}

function Ends({ label, isPending, onClose }: { readonly label: string; readonly isPending: boolean; readonly onClose: () => void }) {
  const t = useTranslations('stage.act')
  return (
    <div className={styles.row}>
      <PlainAction type="submit" loading={isPending}>
        {label}
      </PlainAction>
      <QuietAction onClick={onClose}>{t('cancel')}</QuietAction>
    </div>
  )
}
