import { data } from 'currency-codes'
import { expect, test } from 'vitest'
import { currencyCodes, currencyDigits, findCurrency } from './currencies.ts'

/** No minor units: metals, drawing rights, units of account, test codes. */
const notMoney = 'XAG XAU XBA XBB XBC XBD XDR XPD XPT XSU XTS XUA XXX'.split(' ')
/** Withdrawn before, or given out after, the package was made. */
const ours = ['HRK', 'XCG']

test('agrees with another table of ISO 4217, but for the written differences', () => {
  const theirs = new Map(data.filter((c) => !notMoney.includes(c.code)).map((c) => [c.code, c.digits]))
  expect(theirs.size).toBeGreaterThan(150)
  expect([...currencyCodes].sort()).toEqual([...theirs.keys(), ...ours].sort())
  for (const [code, digits] of theirs) expect([code, currencyDigits(code)]).toEqual([code, digits])
})

test('is right where Intl is wrong', () => {
  const digits = ['HUF', 'IQD', 'COP', 'AFN', 'IDR', 'MGA'].map(currencyDigits)
  expect(digits).toEqual([2, 3, 2, 2, 2, 2])
  const intl = new Intl.NumberFormat('en', { style: 'currency', currency: 'HUF' }).resolvedOptions().maximumFractionDigits
  expect(intl).toBe(0) // when this fails, Intl has learnt
})

test('what is no currency', () => {
  expect(['XXX', 'XAU', 'EURO', '', 'constructor', 'eur'].map(currencyDigits)).toEqual([null, null, null, null, null, null])
  expect(findCurrency(' eur ')).toBe('EUR')
  expect(findCurrency('€')).toBeNull()
})
