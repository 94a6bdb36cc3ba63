import type { OutcomeDetail } from '@oeuvre/domain/outcomes/schema'
import { MainAction } from '@oeuvre/ui/actions/main-action.tsx'
import { PlainAction } from '@oeuvre/ui/actions/plain-action.tsx'
import { QuietAction } from '@oeuvre/ui/actions/quiet-action.tsx'
import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { useTranslations } from 'use-intl'
import { MainLink, PlainLink } from '../../../components/screen-links.tsx'
import { useShell } from '../../../lib/shell.ts'
import type { Silent, Spoken } from '../model/decide.ts'
import { useDecisions } from '../model/use-decisions.ts'
import { DecisionDialog } from './decision-dialog.tsx'
import styles from './outcome-actions.module.css'
import { useRemoveDraft } from './use-remove-draft.ts'

const forward = ['verify', 'confirm', 'submit'] as const
const plain = ['requestChanges', 'return', 'reopenAsDraft'] as const
const quiet = ['decline', 'withdraw', 'reopen', 'undo'] as const

/** Exactly what this reader may do now; the one that moves it on is the main one. */
export function OutcomeActions({ outcome, children }: { readonly outcome: OutcomeDetail; readonly children?: ReactNode }) {
  const t = useTranslations('review.act')
  const { can } = outcome
  const run = useDecisions()
  const [asking, setAsking] = useState<Spoken | null>(null)
  const remove = useRemoval(outcome.id)
  const main = forward.find((one) => can[one])
  const take = (decision: Silent) => run.mutate({ decision, members: [outcome] })
  const edit = editLabel(outcome)
  const start = (decision: Silent | Spoken) => (isSpoken(decision) ? setAsking(decision) : take(decision))
  return (
    <div className={styles.actions} data-print="hide">
      {quiet.flatMap((one) =>
        can[one] ? (
          <QuietAction key={one} onClick={() => start(one)} disabled={run.isPending}>
            {t(one)}
          </QuietAction>
        ) : (
          []
        ),
      )}
      {can.remove && <QuietAction onClick={() => void remove()}>{t('remove')}</QuietAction>}
      {plain.flatMap((one) =>
        can[one] ? (
          <PlainAction key={one} onClick={() => start(one)} disabled={run.isPending}>
            {t(one)}
          </PlainAction>
        ) : (
          []
        ),
      )}
      {edit && <EditLink id={outcome.id} label={edit} />}
      {main && outcome.state !== 'draft' && (
        <MainAction onClick={() => take(main)} loading={run.isPending && run.variables.decision === main}>
          {t(main)}
        </MainAction>
      )}
      {children}
      {asking !== null && <DecisionDialog decision={asking} outcomes={[outcome]} onClose={() => setAsking(null)} />}
    </div>
  )
}

function isSpoken(decision: Silent | Spoken): decision is Spoken {
  return decision === 'requestChanges' || decision === 'decline' || decision === 'return' || decision === 'reopen'
}

/** A draft goes on where it was left: it is sent from its form, which says what is missing. */
function editLabel({ state, can }: OutcomeDetail): 'goOn' | 'edit' | 'amend' | 'tellStory' | null {
  if (can.edit) return state === 'draft' ? 'goOn' : 'edit'
  return can.amend ? 'amend' : can.tellStory ? 'tellStory' : null
}

function EditLink({ id, label }: { readonly id: string; readonly label: NonNullable<ReturnType<typeof editLabel>> }) {
  const t = useTranslations('review.act')
  const { organization } = useShell()
  const LinkTo = label === 'goOn' ? MainLink : PlainLink
  return (
    <LinkTo to="/$organization/outcomes/$id/edit" params={{ organization, id }}>
      {t(label)}
    </LinkTo>
  )
}

function useRemoval(id: string): () => Promise<void> {
  const navigate = useNavigate()
  const { organization } = useShell()
  const remove = useRemoveDraft()
  return async () => {
    if (await remove(id)) await navigate({ to: '/$organization/outcomes', params: { organization } })
  }
}
