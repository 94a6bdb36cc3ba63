import type { ImpactPage } from '@oeuvre/domain/impact/schema'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { trpc } from '../../../lib/api.ts'
import { useVocabularyNames } from '../../outcomes/embed/vocabulary-names.ts'

type Named = Pick<ImpactPage, 'teams' | 'skills' | 'programs' | 'objectives' | 'overTime'>
export type NamedKind = 'team' | 'skill' | 'program' | 'objective' | 'none'

/** The organization's types, channels and trades, as lists and menus name them. */
export function useVocabulary() {
  return useQuery(trpc.outcomes.vocabulary.queryOptions(undefined, { staleTime: 300_000 })).data
}

/** What a team, trade, program or objective is called; those that name none have words of their own. */
export function useNames(page: Named) {
  const t = useTranslations('impact')
  const words = useVocabularyNames()
  const vocabulary = useVocabulary()
  return (kind: NamedKind, id: string | null): string => {
    if (kind === 'none') return t('overTime.all')
    if (!id) return t(`without.${kind}`)
    const known = page.overTime.names[id]
    if (kind === 'team') return page.teams.find((row) => row.teamId === id)?.name ?? known?.name ?? '…'
    const rows = { skill: page.skills, program: page.programs, objective: page.objectives }[kind]
    const row = rows.find((one) => one.id === id) ?? known
    if (kind !== 'skill') return row?.name ?? '…'
    return words.skill(row ?? vocabulary?.skills.find((one) => one.id === id) ?? { code: null, name: '…' })
  }
}
