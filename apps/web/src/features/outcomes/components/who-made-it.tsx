import type { OutcomeSummary } from '@oeuvre/domain/outcomes/schema'
import { ShareBar } from '@oeuvre/ui/shares/share-bar.tsx'
import { ShareKey, ShareList } from '@oeuvre/ui/shares/share-key.tsx'
import { useTranslations } from 'use-intl'
import { ScreenLink } from '../../../components/screen-links.tsx'
import { useShell } from '../../../lib/shell.ts'
import { bandsOf, leadFirst, useOutcomeWords } from '../model/use-outcome-words.ts'
import styles from './who-made-it.module.css'

/** The split: a bar, and who has which part of it. `line`: the key in one line, as in review. */
export function WhoMadeIt({ outcome, line = false }: { readonly outcome: OutcomeSummary; readonly line?: boolean }) {
  const t = useTranslations('review.outcome')
  const { organization } = useShell()
  const { shares, role } = useOutcomeWords()
  const shown = shares(outcome)
  const entries = leadFirst(outcome.contributors).map((one) => ({
    key: one.id,
    role: one.role,
    name: (
      <ScreenLink to="/$organization/people/$id" params={{ organization, id: one.id }} look="plain">
        {one.name}
      </ScreenLink>
    ),
    note: [role(one.role, one.weight === 0), line ? null : one.team?.name].filter(Boolean).join(' · '),
    share: shown.get(one.id) ?? '',
  }))
  return (
    <div className={styles.split}>
      <ShareBar bands={bandsOf(outcome.contributors)} />
      {line ? <ShareKey entries={entries} /> : <ShareList entries={entries} ariaLabel={t('people')} />}
    </div>
  )
}
