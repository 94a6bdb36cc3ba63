import { Select } from '@mantine/core'
import type { ProgramChoicesOutput } from '@oeuvre/domain/programs/schema'
import { PlainAction } from '@oeuvre/ui/actions/plain-action.tsx'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { trpc } from '../../../lib/api.ts'
import { useFormat } from '../../../lib/format.ts'
import classes from './log.module.css'
import { useLogPage, useRefusal } from './log-page.ts'
import { Question } from './question.tsx'

/** Which program it came of, of those that ran that day. Not asked where there is none. */
export function ProgramQuestion() {
  const t = useTranslations('outcomesLog.ofProgram')
  const { form } = useLogPage()
  const asked = { on: form.occurredOn, personIds: form.people.map(({ personId }) => personId).slice(0, 50) }
  const { data } = useQuery(trpc.programs.choices.queryOptions(asked, { placeholderData: keepPreviousData, staleTime: 60_000 }))
  if (!data || (data.choices.length === 0 && !form.program)) return null
  return (
    <Question answer="program" title={t('title')} hint={t('hint')} isOptional showsRefusal={false}>
      <ProgramField {...data} />
    </Question>
  )
}

function ProgramField({ choices, proposed }: ProgramChoicesOutput) {
  const t = useTranslations('outcomesLog.ofProgram')
  const f = useFormat()
  const { form, change } = useLogPage()
  const refusalOf = useRefusal()
  // A draft kept on the device may be older than programs are.
  const named = form.program ?? null
  const isElsewhere = named !== null && !choices.some(({ id }) => id === named.id)
  const options = [...(isElsewhere ? [named] : []), ...choices].map(({ id, title }) => ({ value: id, label: title }))
  const known = new Map(choices.map((choice) => [choice.id, choice]))
  const daysOf = (id: string) => {
    const one = known.get(id)
    return one ? t('days', { from: f.day(one.from, 'medium'), to: f.day(one.to, 'medium') }) : t('notThen')
  }
  const choice = proposed && known.get(proposed.id)
  const take = (id: string | null) => {
    const taken = options.find(({ value }) => value === id)
    change({ program: taken ? { id: taken.value, title: taken.label } : null })
  }
  return (
    <>
      {named === null && proposed && choice && (
        <div className={classes.proposal}>
          <PlainAction onClick={() => take(choice.id)}>{choice.title}</PlainAction>
          <p>{t(`because.${proposed.because}`)}</p>
        </div>
      )}
      <Select
        aria-label={t('title')}
        placeholder={t('none')}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('clear') }}
        nothingFoundMessage={t('nothing')}
        value={named?.id ?? null}
        data={options}
        onChange={take}
        renderOption={({ option }) => (
          <span className={classes.objective}>
            {option.label}
            <small>{daysOf(option.value)}</small>
          </span>
        )}
        error={refusalOf('program')}
      />
      {isElsewhere && <p className={classes.hintBelow}>{t('notThen')}</p>}
    </>
  )
}
