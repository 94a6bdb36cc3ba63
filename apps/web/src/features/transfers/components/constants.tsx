import { Checkbox, Select } from '@mantine/core'
import { currencyCodes } from '@oeuvre/domain/money/currencies'
import type { DealMapping } from '@oeuvre/domain/transfers/schema'
import { Part } from '@oeuvre/ui/layout/side-head.tsx'
import { useTranslations } from 'use-intl'
import type { Outputs } from '../../../lib/api.ts'
import { useFormat } from '../../../lib/format.ts'
import { useShell } from '../../../lib/shell.ts'
import { useVocabularyNames } from '../../outcomes/embed/vocabulary-names.ts'
import { readStage, writeStage } from '../model/mapping.ts'
import classes from './constants.module.css'

type Types = Outputs['outcomes']['vocabulary']['types']
type ConstantsProps = { readonly mapping: DealMapping; readonly types: Types; readonly onChange: (mapping: DealMapping) => void }

/** What the file does not say and holds for every row: currency, kind of result, people whom nobody knows. */
export function Constants({ mapping, types, onChange }: ConstantsProps) {
  const t = useTranslations('transfers.columns')
  const { currencyName } = useFormat()
  const { settings } = useShell()
  const names = useVocabularyNames()
  const has = (field: string) => mapping.columns.some((column) => column.field === field)
  const set = (constants: Partial<DealMapping['constants']>) => onChange({ ...mapping, constants: { ...mapping.constants, ...constants } })
  const own = settings.reportingCurrency
  const currencies = [own, ...currencyCodes.filter((code) => code !== own)].map((code) => ({
    value: code,
    label: `${code} · ${currencyName(code)}`,
  }))
  const results = types.filter(({ isArchived }) => !isArchived).map((type) => ({ value: `type:${type.id}`, label: names.type(type) }))
  return (
    <Part title={t('constants')} hint={t('constantsNote')} ruled>
      <div className={classes.fields}>
        {has('value') && !has('currency') && (
          <Select
            label={t('currency')}
            description={t('currencyHint')}
            data={currencies}
            value={mapping.constants.currency}
            searchable
            onChange={(currency) => set({ currency })}
          />
        )}
        {!has('stage') && (
          <Select
            label={t('stage')}
            description={t('stageHint')}
            data={results}
            value={writeStage(mapping.constants.stage)}
            onChange={(choice) => set({ stage: readStage(choice) })}
          />
        )}
        <Checkbox
          className={classes.persons}
          label={t('createPersons')}
          description={t('createPersonsHint')}
          checked={mapping.createPersons}
          onChange={(event) => onChange({ ...mapping, createPersons: event.currentTarget.checked })}
        />
      </div>
    </Part>
  )
}
