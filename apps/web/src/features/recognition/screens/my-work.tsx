import { FilterBar } from '@oeuvre/ui/actions/filter-bar.tsx'
import { PlainAction } from '@oeuvre/ui/actions/plain-action.tsx'
import { QuietAction } from '@oeuvre/ui/actions/quiet-action.tsx'
import { Sparkline } from '@oeuvre/ui/chart/sparkline.tsx'
import { EmptyState } from '@oeuvre/ui/feedback/empty-state.tsx'
import { PageHead } from '@oeuvre/ui/layout/page-head.tsx'
import { SideHead } from '@oeuvre/ui/layout/side-head.tsx'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { DateField } from '../../../components/date-field.tsx'
import { PlainLink, ScreenLink } from '../../../components/screen-links.tsx'
import { type Outputs, trpc } from '../../../lib/api.ts'
import { useFormat } from '../../../lib/format.ts'
import { usePageTitle } from '../../../lib/page-title.ts'
import { plainSearch } from '../../../lib/search.ts'
import { useShell } from '../../../lib/shell.ts'
import { Appraisal } from '../components/appraisal.tsx'
import { OwnChoices } from '../components/own-choices.tsx'
import styles from '../components/work.module.css'
import { WorkDocument } from '../components/work-document.tsx'
import { type Days, useWorkWords } from '../model/use-work-words.ts'
import { saveJson, saveMarkdown } from '../model/work-files.ts'

type Portfolio = Outputs['portfolio']['get']
type WorkProps = {
  /** null: one's own. */
  readonly personId: string | null
  readonly days: Days
  readonly onDays: (days: Days) => void
  readonly pdfAddress: string
}

/** One's own work over any days, to read, share and take along; or somebody's who shares it. */
export function MyWork({ personId, days, onDays, pdfAddress }: WorkProps) {
  const t = useTranslations('recognition.work')
  const { organization } = useShell()
  const { data: portfolio } = useSuspenseQuery(trpc.portfolio.get.queryOptions({ ...(personId && { personId }), ...days }))
  const words = useWorkWords(portfolio.owner.id, days)
  const { isOwn, owner, stories } = portfolio
  usePageTitle(isOwn ? t('title') : owner.name)
  const intro = [owner.title, owner.organization, words.period].filter(Boolean).join(' · ')
  return (
    <>
      <div className={styles.top}>
        <PageHead title={isOwn ? t('title') : owner.name} intro={isOwn ? [owner.name, intro].join(' · ') : intro} />
        <div>
          <FilterBar end={isOwn && stories.length > 0 && <TakeAlong portfolio={portfolio} days={days} pdfAddress={pdfAddress} />}>
            <Period days={days} onDays={onDays} />
          </FilterBar>
        </div>
      </div>
      {isOwn && <OwnChoices portfolio={portfolio} />}
      {stories.length === 0 && (
        <EmptyState small title={t('nothing')}>
          {t('nothingText')}
        </EmptyState>
      )}
      <WorkDocument
        portfolio={portfolio}
        words={words}
        titleOf={({ id }, title) => (
          <ScreenLink look="plain" to="/$organization/outcomes/$id" params={{ organization, id }}>
            {title}
          </ScreenLink>
        )}
        section={(key, children) => (
          <SideHead key={key} title={words.sections[key]} note={t(`notes.${key}`)}>
            {children}
          </SideHead>
        )}
      />
      {portfolio.isCut && <p className={styles.quiet}>{t('cut')}</p>}
      {portfolio.trend && <Trend trend={portfolio.trend} />}
      {isOwn && stories.length > 0 && <Appraisal stories={stories} words={words} />}
    </>
  )
}

function Period({ days, onDays }: Pick<WorkProps, 'days' | 'onDays'>) {
  const t = useTranslations('recognition.work')
  return (
    <div className={styles.days}>
      <DateField
        size="sm"
        clearable
        label={t('from')}
        value={days.from ?? null}
        onChange={(from) => onDays({ ...days, from: from ?? undefined })}
      />
      <DateField size="sm" clearable label={t('to')} value={days.to ?? null} onChange={(to) => onDays({ ...days, to: to ?? undefined })} />
    </div>
  )
}

function TakeAlong({ portfolio, days, pdfAddress }: { readonly portfolio: Portfolio } & Pick<WorkProps, 'days' | 'pdfAddress'>) {
  const t = useTranslations('recognition.work')
  const { organization } = useShell()
  const words = useWorkWords(portfolio.owner.id, days)
  const { data: means } = useSuspenseQuery(trpc.reports.means.queryOptions())
  return (
    <div className={styles.tools}>
      <QuietAction onClick={() => saveMarkdown(portfolio, words)}>Markdown</QuietAction>
      <QuietAction onClick={() => saveJson(portfolio, words)}>JSON Résumé</QuietAction>
      {means.canPrint ? (
        <PlainAction href={pdfAddress}>{t('pdf')}</PlainAction>
      ) : (
        <PlainLink to="/$organization/print/my-work" params={{ organization }} search={plainSearch(days)}>
          {t('print')}
        </PlainLink>
      )}
    </div>
  )
}

/** For its owner alone, where the organization allows it. */
function Trend({ trend }: { readonly trend: NonNullable<Portfolio['trend']> }) {
  const t = useTranslations('recognition.work')
  const f = useFormat()
  const said = trend.map((one) => t('quarter', { day: f.day(one.from), count: one.results })).join(', ')
  return (
    <SideHead title={t('trend')} note={t('trendNote')}>
      <div className={styles.trend}>
        <span role="img" aria-label={said}>
          <Sparkline values={trend.map((one) => one.results)} isLastUnfinished width={320} height={48} />
        </span>
      </div>
    </SideHead>
  )
}
