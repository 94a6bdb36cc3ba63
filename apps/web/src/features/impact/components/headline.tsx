import type { HeadlineFigures, ImpactFilter, ImpactPage } from '@oeuvre/domain/impact/schema'
import { type Figure, Figures } from '@oeuvre/ui/layout/figures.tsx'
import { useRouter } from '@tanstack/react-router'
import { useShell } from '../../../lib/shell.ts'
import { behind } from '../model/drill-down.ts'
import { usePageWords } from '../model/use-page-words.ts'
import styles from './headline.module.css'

/** The four headline figures, each with the period before in words and a way to its stories. */
export function Headline({ page, filter }: { page: ImpactPage; filter: ImpactFilter }) {
  const { t, f, money, results, value } = usePageWords(page)
  const { organization, settings } = useShell()
  const router = useRouter()
  const { now, before } = page.headline
  const stories = { to: '/$organization/outcomes', params: { organization }, search: behind(filter, page.period) as never } as const
  const opens = { href: router.buildLocation(stories).href, onOpen: () => void router.navigate(stories) }
  const beside = (of: (h: HeadlineFigures) => bigint, words: (n: bigint) => string, less: 'less' | 'lessValue' = 'less') => {
    if (!before) return undefined
    const [a, b] = [of(now), of(before)]
    if (a === b) return t('headline.same', { before: words(b) })
    return a > b
      ? t('headline.more', { difference: words(a - b), before: words(b) })
      : t(`headline.${less}`, { difference: words(b - a), before: words(b) })
  }
  const worth = f.moneyParts(money(now.valueMinor))
  const figures: Figure[] = [
    {
      key: 'results',
      label: t('headline.results'),
      value: results(now.resultsBp),
      note: beside((h) => BigInt(h.resultsBp), results),
      ...opens,
    },
    {
      key: 'value',
      label: t('headline.value'),
      value: `${worth.before}${worth.figure}`,
      unit: worth.after,
      note: (
        <>
          {beside((h) => BigInt(h.valueMinor), value, 'lessValue')}
          {now.potentialMinor !== '0' && (
            <span className={styles.apart}>{t('headline.potential', { value: value(now.potentialMinor) })}</span>
          )}
        </>
      ),
      ...opens,
    },
    {
      key: 'people',
      label: t('headline.people'),
      value: f.number(now.people),
      note: beside(
        (h) => BigInt(h.people),
        (n) => f.number(n),
      ),
      ...opens,
    },
    now.medianDays === null
      ? { key: 'median', label: t('headline.median'), value: '—', note: t('headline.noMedian') }
      : {
          key: 'median',
          label: t('headline.median'),
          value: f.days(Number(now.medianDays)),
          note: t('headline.promise', { days: f.days(settings.promiseDays) }),
          ...opens,
        },
  ]
  return <Figures label={t('headline.label')} figures={figures} />
}
