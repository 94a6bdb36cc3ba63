import { sides } from '@oeuvre/domain/credits/schema'
import { outcomeStates } from '@oeuvre/domain/outcomes/schema'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { trpc } from '../../../lib/api.ts'
import { useVocabularyNames } from '../embed/vocabulary-names.ts'

export type Choice = { readonly key: string; readonly label: string }

/** What the list can be narrowed to, in the organization's words. `merged` is the end of a result that lives on in another. */
export function useListChoices() {
  const t = useTranslations('review.list')
  const rungs = useTranslations('review.outcome.rungs')
  const states = useTranslations('outcomes.states')
  const names = useVocabularyNames()
  const { data: vocabulary } = useSuspenseQuery(trpc.outcomes.vocabulary.queryOptions(undefined, { staleTime: 300_000 }))
  const { data: teams } = useQuery(trpc.people.teams.queryOptions({}, { staleTime: 300_000 }))
  // With those put away: results name them still.
  const { data: served } = useQuery(trpc.objectives.list.queryOptions({ ended: true, archived: true }, { staleTime: 300_000 }))
  const { data: run } = useQuery(trpc.programs.list.queryOptions({ ended: true, archived: true }, { staleTime: 300_000 }))
  return {
    program: [...(run?.programs ?? []).map(({ id, title }) => ({ key: id, label: title })), { key: 'none', label: t('withoutProgram') }],
    objective: [
      ...(served?.objectives ?? []).map(({ id, title }) => ({ key: id, label: title })),
      { key: 'none', label: t('withoutObjective') },
    ],
    state: outcomeStates.filter((state) => state !== 'merged').map((state) => ({ key: state, label: states(state) })),
    type: vocabulary.types.map((type) => ({ key: type.id, label: names.type(type) })),
    channel: vocabulary.channels.map((channel) => ({ key: channel.id, label: names.channel(channel) })),
    side: sides.map((side) => ({ key: side, label: t(`sides.${side}`) })),
    skill: [...vocabulary.skills.map((skill) => ({ key: skill.id, label: names.skill(skill) })), { key: 'none', label: t('withoutSkill') }],
    rung: (['1', '2', '3', '4', '5'] as const).map((rung) => ({ key: rung, label: rungs(rung) })),
    team: (teams ?? []).map(({ id, name }) => ({ key: id, label: name })),
  }
}
