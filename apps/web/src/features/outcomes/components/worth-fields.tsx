import { Select, TextInput } from '@mantine/core'
import { isMoney, toMoney } from '@oeuvre/domain/money/amounts'
import { currencyCodes } from '@oeuvre/domain/money/currencies'
import { Chip } from '@oeuvre/ui/actions/chip.tsx'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useFormat } from '../../../lib/format.ts'
import { useShell } from '../../../lib/shell.ts'
import classes from './log.module.css'
import { useLogPage, useRefusal } from './log-page.ts'

/** An amount in the reader's way of writing and any currency of ISO 4217; or not known yet, which is not nought. */
export function WorthFields() {
  const t = useTranslations('outcomesLog.worth')
  const f = useFormat()
  const { form, change } = useLogPage()
  const refusalOf = useRefusal()
  const isOpen = form.amount.trim() === ''
  // Left blank it is open all the same; the tick is only for those who said so.
  const [isSaidOpen, setSaidOpen] = useState(false)
  function tidy() {
    const money = isOpen ? null : toMoney(form)
    if (money && isMoney(money)) change({ amount: f.amount(money), decimalMark: f.decimalMark })
  }
  return (
    <div className={classes.money}>
      <TextInput
        aria-label={t('amount')}
        inputMode="decimal"
        autoComplete="off"
        value={form.amount}
        onChange={({ currentTarget: { value } }) => change({ amount: value, decimalMark: f.decimalMark })}
        onBlur={tidy}
        error={refusalOf('value', 'amount')}
        className={classes.amount}
      />
      <CurrencyField error={refusalOf('value', 'currency')} />
      <Chip
        pressed={isOpen && isSaidOpen}
        onToggle={(isOn) => {
          setSaidOpen(isOn)
          if (isOn) change({ amount: '' })
        }}
      >
        {t('open')}
      </Chip>
    </div>
  )
}

function CurrencyField({ error }: { readonly error: string | null }) {
  const t = useTranslations('outcomesLog.worth')
  const f = useFormat()
  const { settings } = useShell()
  const { form, change } = useLogPage()
  const first = [...new Set([settings.reportingCurrency, form.currency, 'EUR', 'USD', 'GBP', 'CHF'])]
  const codes = [...first, ...currencyCodes.filter((code) => !first.includes(code))]
  return (
    <Select
      aria-label={t('currency')}
      searchable
      value={form.currency}
      data={codes.map((code) => ({ value: code, label: labelOf(code, f.currencySign(code)) }))}
      onChange={(currency) => currency && change({ currency })}
      filter={({ options, search }) =>
        options.filter((option) => 'value' in option && matches(`${option.label} ${f.currencyName(option.value)}`, search))
      }
      renderOption={({ option }) => (
        <span className={classes.currency}>
          <b>{option.value}</b> {f.currencyName(option.value)}
        </span>
      )}
      nothingFoundMessage={t('noCurrency')}
      comboboxProps={{ width: 260, position: 'bottom-start' }}
      limit={60}
      error={error}
      className={classes.currencyField}
    />
  )
}

function labelOf(code: string, sign: string): string {
  return sign === code ? code : `${code} ${sign}`
}

function matches(text: string, search: string): boolean {
  const plain = (words: string) => words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  return plain(text).includes(plain(search.trim()))
}
