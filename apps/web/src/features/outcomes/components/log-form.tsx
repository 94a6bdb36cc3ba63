import { ReadColumns } from '@oeuvre/ui/layout/columns.tsx'
import { PageHead } from '@oeuvre/ui/layout/page-head.tsx'
import { useTranslations } from 'use-intl'
import { ScreenLink } from '../../../components/screen-links.tsx'
import { useShell } from '../../../lib/shell.ts'
import type { DraftKeeper } from '../model/draft-keeper.ts'
import { ChangedElsewhere } from './changed-elsewhere.tsx'
import classes from './log.module.css'
import { LogActions } from './log-actions.tsx'
import { LogAside } from './log-aside.tsx'
import { useLogPage } from './log-page.ts'
import { OpeningField } from './opening-field.tsx'
import { Questions } from './questions.tsx'
import { SavingNote } from './saving-note.tsx'
import { StoryFields } from './story-fields.tsx'
import type { LogSending } from './use-log-sending.ts'

type LogFormProps = { readonly keeper: DraftKeeper; readonly sending: LogSending; readonly openedWith: string | null }

export function LogForm({ keeper, sending, openedWith }: LogFormProps) {
  const t = useTranslations('outcomesLog')
  const home = useTranslations('shell.nav')('home')
  const { organization } = useShell()
  const { mode } = useLogPage()
  return (
    <div ref={sending.pageRef}>
      <div className={classes.bar}>
        <ScreenLink to="/$organization" params={{ organization }} look="quiet">
          {home}
        </ScreenLink>
        <SavingNote />
      </div>
      <ReadColumns aside={<LogAside />} asideLabel={t('beside.label')}>
        <PageHead title={mode === 'draft' ? t('title') : t('modes.editTitle')} intro={introOf(mode, t)} />
        <ChangedElsewhere keeper={keeper} />
        <OpeningField openedWith={openedWith} />
        <Questions />
        <StoryFields />
        <LogActions
          label={sending.label}
          onSend={sending.send}
          onLeave={sending.leave}
          onGiveUp={() => keeper.giveUpSending()}
          onRemove={sending.remove}
        />
      </ReadColumns>
    </div>
  )
}

function introOf(mode: string, t: ReturnType<typeof useTranslations<'outcomesLog'>>): string {
  if (mode === 'submitted') return t('modes.submitted')
  if (mode === 'changes') return t('modes.changes')
  return t('intro')
}
