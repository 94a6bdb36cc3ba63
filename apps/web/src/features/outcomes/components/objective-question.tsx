import { Select } from '@mantine/core'
import type { ChoicesOutput } from '@oeuvre/domain/objectives/schema'
import { PlainAction } from '@oeuvre/ui/actions/plain-action.tsx'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { trpc } from '../../../lib/api.ts'
import classes from './log.module.css'
import { useLogPage, useRefusal } from './log-page.ts'
import { Question } from './question.tsx'

/** The why: which objective it serves, with the one that type and team speak for. Not asked where nobody has set any. */
export function ObjectiveQuestion() {
  const t = useTranslations('outcomesLog.serves')
  const { form } = useLogPage()
  const { data } = useChoices()
  if (!data || (data.choices.length === 0 && !form.objective)) return null
  return (
    <Question answer="objective" title={t('title')} hint={t('hint')} isOptional showsRefusal={false}>
      <ObjectiveField {...data} />
    </Question>
  )
}

function useChoices() {
  const { form } = useLogPage()
  const personId = form.people.find((person) => person.role === 'lead')?.personId ?? null
  const asked = { typeId: form.typeId, personId, on: form.occurredOn }
  return useQuery(trpc.objectives.choices.queryOptions(asked, { placeholderData: keepPreviousData, staleTime: 60_000 }))
}

function ObjectiveField({ choices, proposed }: ChoicesOutput) {
  const t = useTranslations('outcomesLog.serves')
  const { form, change } = useLogPage()
  const refusalOf = useRefusal()
  const named = form.objective
  const isElsewhere = named !== null && !choices.some(({ id }) => id === named.id)
  const options = [
    ...(isElsewhere ? [{ value: named.id, label: named.title ?? t('withheld') }] : []),
    ...choices.map(({ id, title }) => ({ value: id, label: title })),
  ]
  const known = new Map(choices.map((choice) => [choice.id, choice]))
  const isUncounted = named !== null && known.get(named.id)?.counts === false
  return (
    <>
      {named === null && proposed && <Proposal proposed={proposed} choices={choices} />}
      <Select
        aria-label={t('title')}
        placeholder={t('none')}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('clear') }}
        nothingFoundMessage={t('nothing')}
        value={named?.id ?? null}
        data={options}
        onChange={(id) =>
          change({ objective: options.flatMap(({ value, label }) => (value === id ? [{ id: value, title: label }] : []))[0] ?? null })
        }
        renderOption={({ option }) => (
          <span className={classes.objective}>
            {option.label}
            <small>
              {[known.get(option.value)?.team?.name ?? t('organization'), known.get(option.value)?.counts === false ? t('uncounted') : '']
                .filter(Boolean)
                .join(' · ')}
            </small>
          </span>
        )}
        error={refusalOf('objective')}
      />
      {isUncounted && <p className={classes.hintBelow}>{t('uncountedText')}</p>}
    </>
  )
}

type ProposalProps = { readonly proposed: NonNullable<ChoicesOutput['proposed']>; readonly choices: ChoicesOutput['choices'] }

/** One gesture takes it; why it is proposed stands beside. */
function Proposal({ proposed, choices }: ProposalProps) {
  const t = useTranslations('outcomesLog.serves')
  const { change } = useLogPage()
  const choice = choices.find(({ id }) => id === proposed.id)
  if (!choice) return null
  const { type, team } = proposed.because
  const because = type ? (team === 'none' ? 'type' : (`${team}AndType` as const)) : team === 'none' ? 'type' : team
  return (
    <div className={classes.proposal}>
      <PlainAction onClick={() => change({ objective: { id: choice.id, title: choice.title } })}>{choice.title}</PlainAction>
      <p>{t(`because.${because}`, { team: choice.team?.name ?? '' })}</p>
    </div>
  )
}
