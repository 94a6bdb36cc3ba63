import { toDecimal } from '@oeuvre/domain/money/amounts'
import type { Money } from '@oeuvre/domain/money/money'
import type { Language } from '@oeuvre/domain/organizations/schema'

/** How a mail writes numbers: as the application does in its reader's language. */
export function writerOf(language: Language) {
  const locale = language === 'fr' ? 'fr-FR' : 'en-GB'
  const number = (value: number, options: Intl.NumberFormatOptions = {}) =>
    new Intl.NumberFormat(locale, { maximumFractionDigits: 1, ...options }).format(value)
  return {
    number,
    percent: (basisPoints: number) => number(basisPoints / 10_000, { style: 'percent', maximumFractionDigits: 0 }),
    days: (count: string) => number(Number(count), { style: 'unit', unit: 'day', unitDisplay: 'long' }),
    /** The library's type takes decimal strings as `${number}` only; ours come from `toDecimal`. */
    money: (money: Money) =>
      new Intl.NumberFormat(locale, {
        style: 'currency',
        currency: money.currency,
        notation: 'compact',
        minimumFractionDigits: 0,
        maximumSignificantDigits: 3,
      })
        .formatToParts(toDecimal(money) as `${number}`)
        // French writes M€ as one sign.
        .filter((part, at, all) => !(part.type === 'literal' && all[at - 1]?.type === 'compact' && all[at + 1]?.type === 'currency'))
        .map((part) => part.value)
        .join(''),
    month: (day: string) =>
      new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${day}T12:00:00Z`)),
  }
}
export type Writer = ReturnType<typeof writerOf>

/** A quarter of a fiscal year: by the year in which that ends. */
export type Named =
  | { readonly kind: 'month'; readonly month: string }
  | { readonly kind: 'quarter' | 'fiscal-quarter'; readonly quarter: string; readonly year: string }
type Said = {
  readonly people: number
  readonly teams: number
  readonly outcomes: number
  readonly value: string | null
  /** null: too few results to say it. */
  readonly social: { readonly percent: string; readonly isOne: boolean } | null
}

/** What a report by mail says, in one language. */
export type ReportWords = {
  period(period: Named): string
  subject(period: string, organization: string): string
  sentence(period: Named, said: Said): string
  readonly nothing: string
  readonly figures: string
  results(count: string, before: string | null): string
  value(amount: string, before: string | null): string
  people(count: string, before: string | null): string
  median(days: string): string
  readonly attached: string
  readonly open: string
  why(organization: string, cadence: 'month' | 'quarter'): string
  readonly manage: string
  readonly stop: string
}

const s = (count: number) => (count < 2 ? '' : 's')
const plural = (count: number) => (count === 1 ? '' : 's')
const quartersFr: Readonly<Record<string, string>> = { 1: 'premier', 2: 'deuxième', 3: 'troisième', 4: 'quatrième' }
const quartersEn: Readonly<Record<string, string>> = { 1: 'first', 2: 'second', 3: 'third', 4: 'fourth' }
type Quarter = Exclude<Named, { kind: 'month' }>
const yearFr = ({ kind, year }: Quarter) => (kind === 'quarter' ? year : `de l’exercice ${year}`)
const yearEn = ({ kind, year }: Quarter) => (kind === 'quarter' ? year : `fiscal year ${year}`)
const besideFr = (before: string | null) => (before === null ? '' : ` (${before} sur la période d’avant)`)
const besideEn = (before: string | null) => (before === null ? '' : ` (${before} in the period before)`)

export const reportFr: ReportWords = {
  period: (period) => {
    if (period.kind === 'month') return period.month
    return `${period.quarter === '1' ? '1er' : `${period.quarter}e`} trimestre ${yearFr(period)}`
  },
  subject: (period, organization) => `Impact de ${organization} : ${period}`,
  sentence: (period, { people, teams, outcomes, value, social }) =>
    `${period.kind === 'month' ? `En ${period.month}` : `Au ${quartersFr[period.quarter]} trimestre ${yearFr(period)}`}, ${people} personne${s(people)} de ${teams} équipe${s(teams)} ${people < 2 ? 'a' : 'ont'} apporté ${outcomes} résultat${s(outcomes)} vérifié${s(outcomes)}${value ? `, pour ${value}` : ''}${social ? ` ; ${social.percent} ${social.isOne ? 'est passé' : 'sont passés'} par un compte social` : ''}.`,
  nothing: 'Aucun résultat vérifié sur cette période.',
  figures: 'Les chiffres',
  results: (count, before) => `Résultats vérifiés : ${count}${besideFr(before)}`,
  value: (amount, before) => `Valeur créditée : ${amount}${besideFr(before)}`,
  people: (count, before) => `Personnes créditées : ${count}${besideFr(before)}`,
  median: (days) => `Délai médian de vérification : ${days}`,
  attached: 'La page entière est jointe en PDF.',
  open: 'Ouvrir la page',
  why: (organization, cadence) =>
    `Vous recevez ce courriel parce que l’impact de ${organization} vous est envoyé après chaque ${cadence === 'month' ? 'mois' : 'trimestre'}. Il montre ce que vos droits montrent aujourd’hui.`,
  manage: 'Gérer les envois',
  stop: 'Ne plus recevoir cet envoi',
}

export const reportEn: ReportWords = {
  period: (period) => (period.kind === 'month' ? period.month : `Q${period.quarter} ${yearEn(period)}`),
  subject: (period, organization) => `Impact of ${organization}: ${period}`,
  sentence: (period, { people, teams, outcomes, value, social }) =>
    `In ${period.kind === 'month' ? period.month : `the ${quartersEn[period.quarter]} quarter of ${yearEn(period)}`} ${people} ${people === 1 ? 'person' : 'people'} in ${teams} team${plural(teams)} brought ${outcomes} verified result${plural(outcomes)}${value ? ` worth ${value}` : ''}${social ? `; ${social.percent} came through social accounts` : ''}.`,
  nothing: 'No verified result in this period.',
  figures: 'The figures',
  results: (count, before) => `Verified results: ${count}${besideEn(before)}`,
  value: (amount, before) => `Value credited: ${amount}${besideEn(before)}`,
  people: (count, before) => `People credited: ${count}${besideEn(before)}`,
  median: (days) => `Median time to verification: ${days}`,
  attached: 'The whole page is attached as a PDF.',
  open: 'Open the page',
  why: (organization, cadence) =>
    `You get this mail because the impact of ${organization} is sent to you after each ${cadence}. It shows what your rights show today.`,
  manage: 'Manage what is sent',
  stop: 'Stop sending me this',
}
