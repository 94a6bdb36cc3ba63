import type { Can } from '@oeuvre/domain/outcomes/schema'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { trpc } from '../../../lib/api.ts'
import { useFormat } from '../../../lib/format.ts'
import { usePageTitle } from '../../../lib/page-title.ts'
import { useShell } from '../../../lib/shell.ts'
import { useUploads } from '../../files/embed/use-uploads.ts'
import { LogClosed } from '../components/log-closed.tsx'
import { LogForm } from '../components/log-form.tsx'
import { type LogPage, LogPageContext } from '../components/log-page.ts'
import { LogSent } from '../components/log-sent.tsx'
import { useAmountWriting } from '../components/use-amount-writing.ts'
import { useLogSending } from '../components/use-log-sending.ts'
import { ownFileAddress } from '../embed/evidence-address.ts'
import { withFile } from '../model/log-form.ts'
import { modeOf } from '../model/log-mode.ts'
import { type FoundLog, type OpeningQuestion, openLog } from '../model/open-log.ts'
import { useKeeper } from '../model/use-keeper.ts'

type LogOutcomeProps = {
  readonly found: FoundLog
  readonly said?: string | undefined
  readonly lead?: OpeningQuestion['lead']
  readonly version?: OpeningQuestion['version']
}

/** "Log an outcome": a new one, a draft taken up again, one that waits or was sent back. Seven questions, three of them required. */
export function LogOutcome({ found, said, lead = null, version = null }: LogOutcomeProps) {
  const t = useTranslations('outcomesLog')
  const f = useFormat()
  const { organization, person, roles, settings } = useShell()
  const writing = useAmountWriting()
  const { data: vocabulary } = useSuspenseQuery(trpc.outcomes.vocabulary.queryOptions())
  const { data: own } = useSuspenseQuery(trpc.accounts.listOwn.queryOptions())
  const [log] = useState(() =>
    openLog(found, { person, writing, channels: vocabulary.channels, accounts: own.accounts, said, lead, version }),
  )
  const { keeper, keeping } = useKeeper({ opened: log.opened, owner: { organization, personId: person.id }, writing, vocabulary })
  const [can, setCan] = useState<Partial<Can>>(found.detail?.can ?? { edit: true })
  const { base, form } = keeping
  const mode = base ? modeOf(base.state, can) : 'draft'
  const uploads = useUploads({ organization, personId: person.id, outcomeId: form.id }, (file) => {
    const now = keeper.store.get()
    keeper.change(withFile(now.form, file, { id: crypto.randomUUID(), address: ownFileAddress(file.id) }))
  })
  const sending = useLogSending({ keeper, keeping, mode, isUploading: uploads.isUnderWay, restores: version?.version })
  usePageTitle(t('pageTitle'))
  const page: LogPage = {
    form,
    change(part) {
      if (!keeping.isSending) keeper.change({ ...form, ...part })
    },
    keeping,
    mode,
    vocabulary,
    accounts: log.accounts,
    uploads,
    reader: { ...person, isManager: roles.includes('manager') },
    today: f.today(new Date()),
    firstAllowedDay: settings.firstAllowedDay,
    restores: version?.version ?? null,
  }
  function reopened(version: number) {
    setCan({ edit: true, submit: true, remove: true })
    keeper.takeBack(version)
  }
  const isClosed = (mode === 'closed' || mode === 'reopen') && base !== null && !sending.isSentForReview
  return (
    <LogPageContext value={page}>
      {isClosed ? (
        <LogClosed id={form.id} version={base.version} isReopenable={mode === 'reopen'} onReopened={reopened} />
      ) : sending.isSentForReview ? (
        <LogSent isUndoing={sending.isUndoing} onUndo={sending.undo} />
      ) : (
        <LogForm keeper={keeper} sending={sending} openedWith={log.openedWith} />
      )}
    </LogPageContext>
  )
}
