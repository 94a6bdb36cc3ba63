import type { ImpactPage } from '@oeuvre/domain/impact/schema'
import type { Grain } from '@oeuvre/domain/time/grains'
import { usePageWords } from './use-page-words.ts'

type Bucket = ImpactPage['overTime']['buckets'][number]
/** More than so many days or weeks, and their numbers stand too close to be read: the months beneath say where one is. */
const many = 45

/** As its key says. */
export function grainOfBucket({ key, from, to }: Pick<Bucket, 'key' | 'from' | 'to'>): Grain {
  if (/^\d{4}$/.test(key)) return 'year'
  if (/^\d{4}-Q\d$/.test(key)) return 'quarter'
  if (/^\d{4}-\d{2}$/.test(key)) return 'month'
  return from === to && !key.includes('W') ? 'day' : 'week'
}

/** What the buckets of a grain are called, and what stands beneath several of them. */
export function useBucketWords(page: Pick<ImpactPage, 'currency' | 'digits'>, buckets: readonly Bucket[]) {
  const { t, f } = usePageWords(page)
  const grain = buckets[0] ? grainOfBucket(buckets[0]) : 'month'
  const isMany = buckets.length > many
  const short = (text: string) => (isMany ? '' : text)
  const dayOf = (b: Bucket) => String(Number(b.from.slice(8)))
  const days = (b: Bucket) => (b.from === b.to ? f.day(b.from) : f.dayRange(b.from, b.to))
  const year = (b: Bucket) => (b.to.slice(0, 4) === b.from.slice(0, 4) ? b.key : `${b.from.slice(0, 4)}–${b.to.slice(2, 4)}`)
  return {
    period(b: Bucket): { readonly label: string; readonly shortLabel: string; readonly longLabel: string } {
      switch (grain) {
        case 'month':
          return {
            label: short(f.monthName(b.from, 'short')),
            shortLabel: short(f.monthName(b.from, 'narrow')),
            longLabel: b.isCut ? days(b) : f.month(b.from),
          }
        case 'week':
          return { label: short(f.day(b.from, 'short')), shortLabel: short(dayOf(b)), longLabel: days(b) }
        case 'quarter':
          return {
            label: short(t('quarterShort', { n: b.key.slice(-1) })),
            shortLabel: short(b.key.slice(-2)),
            longLabel: b.isCut ? days(b) : t('quarter', { n: b.key.slice(-1), year: b.key.slice(0, 4) }),
          }
        case 'year':
          return { label: year(b), shortLabel: b.key.slice(-2), longLabel: b.isCut ? days(b) : year(b) }
        default:
          return { label: short(dayOf(b)), shortLabel: short(dayOf(b)), longLabel: f.day(b.from) }
      }
    },
    group(b: Bucket) {
      const ofYear = { key: b.from.slice(0, 4), label: b.from.slice(0, 4), shortLabel: b.from.slice(2, 4) }
      if (grain === 'year') return null
      if (grain === 'quarter' || (grain === 'month' && buckets.length > 18) || buckets.length > 400) return ofYear
      if (grain === 'month') {
        const n = String(Math.ceil(Number(b.from.slice(5, 7)) / 3))
        return {
          key: `${b.from.slice(0, 4)}-${n}`,
          label: t('quarterOfYear', { n, year: b.from.slice(0, 4) }),
          shortLabel: t('quarterShort', { n }),
        }
      }
      return { key: b.from.slice(0, 7), label: f.monthName(b.from, 'short'), shortLabel: f.monthName(b.from, 'narrow') }
    },
  }
}
