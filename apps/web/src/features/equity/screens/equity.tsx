import { dimensions, type EquityOutput, equityMonths, type HiddenExpert } from '@oeuvre/domain/equity/schema'
import { FilterBar } from '@oeuvre/ui/actions/filter-bar.tsx'
import { Pick } from '@oeuvre/ui/actions/pick.tsx'
import { type Column, DataTable } from '@oeuvre/ui/data/data-table.tsx'
import { Figures } from '@oeuvre/ui/layout/figures.tsx'
import { PageHead } from '@oeuvre/ui/layout/page-head.tsx'
import { SideHead } from '@oeuvre/ui/layout/side-head.tsx'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { ScreenLink } from '../../../components/screen-links.tsx'
import { trpc } from '../../../lib/api.ts'
import { useFormat } from '../../../lib/format.ts'
import { usePageTitle } from '../../../lib/page-title.ts'
import { useShell } from '../../../lib/shell.ts'
import styles from '../components/equity.module.css'
import { GroupTable } from '../components/group-table.tsx'
import { type Months, monthsOf } from '../model/months.ts'

type PageProps = { readonly months: Months; readonly onMonths: (months: Months) => void }

/** From logged to thanked, by group; and to managers, whom of theirs one could thank. */
export function EquityPage({ months, onMonths }: PageProps) {
  const t = useTranslations('equity')
  const f = useFormat()
  usePageTitle(t('title'))
  const { data: page } = useSuspenseQuery(trpc.equity.get.queryOptions({ months }))
  const options = equityMonths.map((one) => ({ key: String(one), label: t('months', { count: String(one) }) }))
  return (
    <>
      <FilterBar>
        <Pick label={t('period')} options={options} value={String(months)} onPick={(next) => onMonths(monthsOf(next))} />
      </FilterBar>
      <PageHead title={t('title')} intro={t('intro')} />
      {page.experts && (
        <SideHead title={t('experts.title')} note={t('experts.note')}>
          <Experts experts={page.experts} />
        </SideHead>
      )}
      <SideHead title={t('all.title')} note={`${t(page.isWhole ? 'whole' : 'reach')}, ${f.dayRange(page.from, page.to)}`}>
        <Altogether page={page} />
      </SideHead>
      {page.all &&
        dimensions.map((by) => {
          const rows = page.groups.find((one) => one.by === by)?.rows ?? []
          return (
            <SideHead key={by} title={t(`by.${by}.title`)} note={t(`by.${by}.note`)}>
              <GroupTable by={by} rows={rows} />
            </SideHead>
          )
        })}
      <SideHead title={t('say.title')}>
        <div className={styles.say}>
          {(['parts', 'intervals', 'thanks', 'others'] as const).map((one) => (
            <p key={one}>{t(`say.${one}`)}</p>
          ))}
        </div>
      </SideHead>
    </>
  )
}

function Altogether({ page: { all, smallestGroup } }: { readonly page: EquityOutput }) {
  const t = useTranslations('equity')
  const f = useFormat()
  if (all === null) return <p className={styles.empty}>{t('few', { count: String(smallestGroup) })}</p>
  if (all.logged === 0) return <p className={styles.empty}>{t('empty')}</p>
  const figure = (key: 'verified' | 'onStage' | 'thanked', note: 'ofLogged' | 'ofVerified') => {
    const rate = all[key]
    return {
      ...{ key, label: t(`all.${key}`), value: rate ? f.percent(rate.bp) : '—' },
      note: rate && t(`all.${note}`, { low: f.percent(rate.lowBp), high: f.percent(rate.highBp) }),
    }
  }
  return (
    <Figures
      label={t('all.title')}
      figures={[
        { key: 'people', label: t('all.people'), value: f.number(all.people), note: t('all.peopleNote', { count: all.logged }) },
        figure('verified', 'ofLogged'),
        figure('onStage', 'ofVerified'),
        figure('thanked', 'ofVerified'),
      ]}
    />
  )
}

/** By name: nobody stands before another for having helped more. */
function Experts({ experts }: { readonly experts: readonly HiddenExpert[] }) {
  const t = useTranslations('equity.experts')
  const { organization } = useShell()
  if (experts.length === 0) return <p className={styles.empty}>{t('none')}</p>
  const columns: Column<HiddenExpert>[] = [
    {
      ...{ key: 'person', header: t('person'), rowHeader: true, width: '34%' },
      cell: ({ id, name }) => (
        <ScreenLink look="plain" to="/$organization/people/$id" params={{ organization, id }}>
          {name}
        </ScreenLink>
      ),
    },
    {
      ...{ key: 'results', header: t('results') },
      cell: ({ results }) => (
        <ul className={styles.names}>
          {results.map((one) => (
            <li key={one.id}>
              <ScreenLink to="/$organization/outcomes/$id" params={{ organization, id: one.id }}>
                {one.title}
              </ScreenLink>
            </li>
          ))}
        </ul>
      ),
    },
  ]
  return <DataTable caption={t('title')} columns={columns} rows={experts} rowKey={({ id }) => id} />
}
