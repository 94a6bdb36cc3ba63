import type { WaitsFor } from '@oeuvre/domain/outcomes/schema'
import { useTranslations } from 'use-intl'
import { useShell } from '../../../lib/shell.ts'

/** Why it did not stay nearer to whoever did it: a team without a manager, somebody who took part, somebody away. */
export function WayUp({ waitsFor: { passed, team } }: { readonly waitsFor: WaitsFor }) {
  const t = useTranslations('review.passed')
  const { person: reader } = useShell()
  return passed.map(({ team: at, person, why }) => {
    const key = `${at.id} ${person?.id}`
    // The reader is told in their own line.
    if (person?.id === reader.id && why !== 'away') return null
    if (why === 'no-manager')
      return <p key={key}>{team ? t('no-manager', { team: at.name, next: team.name }) : t('no-manager-left', { team: at.name })}</p>
    return person ? <p key={key}>{t(why, { name: person.name })}</p> : null
  })
}
