import { readDate } from '@oeuvre/domain/transfers/dates/rules'
import { readDecimal } from '@oeuvre/domain/transfers/decimals/rules'
import type { Reading } from '@oeuvre/domain/transfers/overview/schema'
import { dateFields, type Mapping } from '@oeuvre/domain/transfers/schema'
import { ChipGroup, ChoiceChip } from '@oeuvre/ui/actions/chip.tsx'
import { Notice } from '@oeuvre/ui/feedback/notice.tsx'
import { useTranslations } from 'use-intl'
import { useFormat } from '../../../lib/format.ts'
import { answerColumn } from '../model/mapping.ts'
import classes from './column-questions.module.css'

type QuestionsProps = { readonly mapping: Mapping; readonly reading: Reading; readonly onChange: (mapping: Mapping) => void }
type Column = Mapping['columns'][number]
type QuestionProps = {
  readonly column: Column
  readonly example: string
  readonly onAnswer: (answer: Parameters<typeof answerColumn>[2]) => void
}

/** Columns whose cells can be read two ways: never guessed, always asked, with one of their own cells. */
export function ColumnQuestions({ mapping, reading, onChange }: QuestionsProps) {
  return mapping.columns.map((column, index) => {
    const profile = reading.columns[index]?.profile
    const example = profile?.examples[0] ?? profile?.samples[0] ?? ''
    const asked = {
      column,
      example,
      onAnswer: (answer: Parameters<typeof answerColumn>[2]) => onChange(answerColumn(mapping, index, answer)),
    }
    const isDate = column.field !== null && dateFields.includes(column.field)
    // biome-ignore lint/suspicious/noArrayIndexKey: columns are told apart by their place
    if (isDate && profile?.mustAskDateOrder) return <DateQuestion key={index} {...asked} />
    // biome-ignore lint/suspicious/noArrayIndexKey: columns are told apart by their place
    if (column.field === 'value' && profile?.mustAskDecimal) return <DecimalQuestion key={index} {...asked} />
    return null
  })
}

function DateQuestion({ column, example, onAnswer }: QuestionProps) {
  const t = useTranslations('transfers.columns')
  const { day } = useFormat()
  const read = (order: 'dmy' | 'mdy') => {
    const reading = readDate(example, order, 'UTC')
    return 'day' in reading ? day(reading.day) : example
  }
  return (
    <Notice tone="warn" title={t('dateTitle', { column: column.header, example })}>
      {t('dateText')}
      <div className={classes.answers}>
        <ChipGroup label={t('dateTitle', { column: column.header, example })}>
          {(['dmy', 'mdy'] as const).map((order) => (
            <ChoiceChip
              key={order}
              name={`order-${column.header}`}
              value={order}
              checked={column.dateOrder === order}
              onChoose={() => onAnswer({ dateOrder: order })}
            >
              {t(order, { day: read(order) })}
            </ChoiceChip>
          ))}
        </ChipGroup>
      </div>
    </Notice>
  )
}

function DecimalQuestion({ column, example, onAnswer }: QuestionProps) {
  const t = useTranslations('transfers.columns')
  const { amount } = useFormat()
  const read = (sign: 'point' | 'comma') => {
    const reading = readDecimal(example, sign)
    if ('fault' in reading) return example
    const [whole = '', part = ''] = reading.decimal.split('.')
    return amount({ minor: whole + part, digits: part.length })
  }
  return (
    <Notice tone="warn" title={t('decimalTitle', { column: column.header, example })}>
      {t('decimalText')}
      <div className={classes.answers}>
        <ChipGroup label={t('decimalTitle', { column: column.header, example })}>
          {(['comma', 'point'] as const).map((sign) => (
            <ChoiceChip
              key={sign}
              name={`decimal-${column.header}`}
              value={sign}
              checked={column.decimal === sign}
              onChoose={() => onAnswer({ decimal: sign })}
            >
              {read(sign)}
            </ChoiceChip>
          ))}
        </ChipGroup>
      </div>
    </Notice>
  )
}
