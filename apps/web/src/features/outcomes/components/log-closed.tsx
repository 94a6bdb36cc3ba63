import { PlainAction } from '@oeuvre/ui/actions/plain-action.tsx'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { NoticePage } from '../../../components/notice-page.tsx'
import { useNotices } from '../../../components/notices.tsx'
import { PlainLink } from '../../../components/screen-links.tsx'
import { describe, useWords } from '../../../lib/errors.ts'
import { useShell } from '../../../lib/shell.ts'
import { forgetOutcomes, reopenAsDraft } from '../model/log-calls.ts'

type LogClosedProps = {
  readonly id: string
  readonly version: number
  readonly isReopenable: boolean
  readonly onReopened: (version: number) => void
}

/** It cannot be changed as it stands; what was declined or withdrawn may be taken up as a draft. */
export function LogClosed({ id, version, isReopenable, onReopened }: LogClosedProps) {
  const t = useTranslations('outcomesLog')
  const words = useWords()
  const { organization } = useShell()
  const { failed } = useNotices()
  const [isReopening, setReopening] = useState(false)
  async function reopen() {
    setReopening(true)
    try {
      onReopened(await reopenAsDraft({ id, version }))
    } catch (error) {
      failed(describe(error, words))
    }
    forgetOutcomes()
    setReopening(false)
  }
  return (
    <NoticePage
      title={t('modes.editTitle')}
      actions={
        <>
          {isReopenable && (
            <PlainAction loading={isReopening} onClick={() => void reopen()}>
              {t('modes.reopen')}
            </PlainAction>
          )}
          <PlainLink to="/$organization/outcomes/$id" params={{ organization, id }}>
            {t('sent.read')}
          </PlainLink>
        </>
      }
    >
      {t('modes.closed')}
    </NoticePage>
  )
}
