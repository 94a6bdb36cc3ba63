/**
 * ISO 4217, our own: `Intl` says 0 digits for HUF, IQD, COP, AFN, IDR, MGA, which have 2, 3, 2, 2, 2, 2. Everything that has minor
 * units (so no metals, no drawing rights, no XXX), with what was withdrawn lately and stands in older deals: ANG, BGN, CUC, HRK.
 */
const codes =
  'AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW CLF CLP CNY COP COU ' +
  'CRC CUC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR IQD IRR ISK JMD JOD ' +
  'JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR ' +
  'NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD ' +
  'TWD TZS UAH UGX USD USN UYI UYU UYW UZS VED VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG'

export const currencyCodes: readonly string[] = codes.split(' ')

const otherThanTwo: Readonly<Record<string, string>> = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
  3: 'BHD IQD JOD KWD LYD OMR TND',
  4: 'CLF UYW',
}

const digitsByCode = new Map(currencyCodes.map((code) => [code, 2]))
for (const [digits, list] of Object.entries(otherThanTwo)) for (const code of list.split(' ')) digitsByCode.set(code, Number(digits))

/** Decimals of a currency; null: no currency of ours. Case as in the standard. */
export function currencyDigits(code: string): number | null {
  return digitsByCode.get(code) ?? null
}

/** The code that somebody meant: `eur`, ` EUR `. */
export function findCurrency(typed: string): string | null {
  const code = typed.trim().toUpperCase()
  return digitsByCode.has(code) ? code : null
}
