import { Notice } from '@oeuvre/ui/feedback/notice.tsx'
import { ReadColumns } from '@oeuvre/ui/layout/columns.tsx'
import { PageHead } from '@oeuvre/ui/layout/page-head.tsx'
import { useTranslations } from 'use-intl'
import { ScreenLink } from '../../../components/screen-links.tsx'
import { useShell } from '../../../lib/shell.ts'
import type { DraftKeeper } from '../model/draft-keeper.ts'
import type { LogMode } from '../model/log-mode.ts'
import { AmendmentFields } from './amendment-fields.tsx'
import { AskedFor } from './asked-for.tsx'
import { ChangedElsewhere } from './changed-elsewhere.tsx'
import classes from './log.module.css'
import { LogActions } from './log-actions.tsx'
import { LogAside } from './log-aside.tsx'
import { useLogPage } from './log-page.ts'
import { OpeningField } from './opening-field.tsx'
import { EvidenceQuestion, Questions } from './questions.tsx'
import { SavingNote } from './saving-note.tsx'
import { StoryFields } from './story-fields.tsx'
import { useFirstRefusal } from './use-first-refusal.ts'
import type { LogSending } from './use-log-sending.ts'

type LogFormProps = { readonly keeper: DraftKeeper; readonly sending: LogSending; readonly openedWith: string | null }

/** The page itself. Of a verified outcome only title, story and evidence are still free to all who made it. */
export function LogForm({ keeper, sending, openedWith }: LogFormProps) {
  const t = useTranslations('outcomesLog')
  const { mode, keeping, restores } = useLogPage()
  const pageRef = useFirstRefusal(keeping)
  const head = useHead(mode)
  return (
    <div ref={pageRef}>
      <LogBar />
      <ReadColumns aside={mode === 'tell' ? null : <LogAside />} asideLabel={t('beside.label')}>
        <PageHead title={head.title} intro={head.intro} />
        {mode === 'changes' && <AskedFor />}
        {restores !== null && <Notice>{t('versionBack', { version: restores })}</Notice>}
        <ChangedElsewhere keeper={keeper} />
        <OpeningField openedWith={openedWith} />
        {mode === 'tell' ? <EvidenceQuestion /> : <Questions />}
        <StoryFields />
        {mode === 'amend' && <AmendmentFields amendment={sending.amendment} onChange={sending.setAmendment} />}
        <LogActions keeper={keeper} label={sending.label} onSend={sending.send} />
      </ReadColumns>
    </div>
  )
}

function LogBar() {
  const t = useTranslations('shell.nav')
  const { organization } = useShell()
  return (
    <div className={classes.bar}>
      <ScreenLink to="/$organization" params={{ organization }} look="quiet">
        {t('home')}
      </ScreenLink>
      <SavingNote />
    </div>
  )
}

function useHead(mode: LogMode): { readonly title: string; readonly intro: string } {
  const t = useTranslations('outcomesLog')
  if (mode === 'submitted') return { title: t('modes.editTitle'), intro: t('modes.submitted') }
  if (mode === 'changes') return { title: t('modes.editTitle'), intro: t('modes.changes') }
  if (mode === 'amend') return { title: t('modes.amendTitle'), intro: t('modes.amend') }
  if (mode === 'tell') return { title: t('modes.tellTitle'), intro: t('modes.tell') }
  return { title: t('title'), intro: t('intro') }
}
