import { Select } from '@mantine/core'
import type { Reading } from '@oeuvre/domain/transfers/overview/schema'
import type { DealMapping } from '@oeuvre/domain/transfers/schema'
import { useTranslations } from 'use-intl'
import type { Outputs } from '../../../lib/api.ts'
import { useVocabularyNames } from '../../outcomes/embed/vocabulary-names.ts'
import { answerStage, readStage, writeStage } from '../model/mapping.ts'
import { ValueTable } from './value-table.tsx'

type Types = Outputs['outcomes']['vocabulary']['types']
type StageValuesProps = {
  readonly mapping: DealMapping
  readonly reading: Reading
  readonly types: Types
  readonly onChange: (mapping: DealMapping) => void
}

/** What each stage of the pipeline means: a kind of result, or left out. */
export function StageValues({ mapping, reading, types, onChange }: StageValuesProps) {
  const t = useTranslations('transfers.stages')
  const names = useVocabularyNames()
  const options = [
    {
      group: t('results'),
      items: types.filter(({ isArchived }) => !isArchived).map((type) => ({ value: `type:${type.id}`, label: names.type(type) })),
    },
    {
      group: t('leaveOut'),
      items: [
        { value: 'lost', label: t('lost') },
        { value: 'open', label: t('open') },
        { value: 'ignored', label: t('ignored') },
      ],
    },
  ]
  return (
    <ValueTable
      title={t('title')}
      hint={t('hint')}
      means={t('means')}
      field="stage"
      mapping={mapping}
      reading={reading}
      values={mapping.stages}
      choose={({ value, meaning }) => (
        <Select
          size="sm"
          aria-label={t('meansOf', { value: value || t('blank') })}
          placeholder={t('ask')}
          data={options}
          value={writeStage(meaning)}
          allowDeselect={false}
          error={meaning === null}
          onChange={(choice) => onChange(answerStage(mapping, value, readStage(choice)))}
        />
      )}
    />
  )
}
