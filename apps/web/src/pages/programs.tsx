import { formatProgramsFilter, type ProgramsFilter } from '@oeuvre/domain/programs/schema'
import { Chip, ChipGroup } from '@oeuvre/ui/actions/chip.tsx'
import { EmptyState } from '@oeuvre/ui/feedback/empty-state.tsx'
import { PageHead } from '@oeuvre/ui/layout/page-head.tsx'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { MainLink } from '../components/screen-links.tsx'
import { ProgramRows } from '../features/programs/embed/program-rows.tsx'
import { trpc } from '../lib/api.ts'
import { usePageTitle } from '../lib/page-title.ts'
import { useShell } from '../lib/shell.ts'
import styles from './programs.module.css'

type ProgramsProps = { readonly filter: ProgramsFilter; readonly onFilter: (search: Record<string, string>) => void }

/** Which programs run, why, and which the reader takes part in. */
export function Programs({ filter, onFilter }: ProgramsProps) {
  const t = useTranslations('programs')
  const { organization } = useShell()
  const { data } = useSuspenseQuery(trpc.programs.list.queryOptions(filter))
  usePageTitle(t('title'))
  const set = data.can.create && (
    <MainLink to="/$organization/programs/new" params={{ organization }}>
      {t('set')}
    </MainLink>
  )
  if (data.programs.length === 0 && data.others.ended === 0 && data.others.archived === 0)
    return (
      <>
        <PageHead title={t('title')} intro={t('intro')} />
        <EmptyState title={t('empty.title')} actions={set}>
          {t(data.can.create ? 'empty.text' : 'empty.textReader')}
        </EmptyState>
      </>
    )
  const toggle = (key: keyof ProgramsFilter) => onFilter(formatProgramsFilter({ ...filter, [key]: !filter[key] }))
  return (
    <>
      <div className={styles.head}>
        <PageHead title={t('title')} intro={t('intro')} />
        {set}
      </div>
      <div className={styles.filters}>
        <ChipGroup label={t('also')}>
          {(['ended', 'archived'] as const).map((key) =>
            data.others[key] > 0 || filter[key] ? (
              <Chip key={key} pressed={filter[key] === true} onToggle={() => toggle(key)}>
                {t(`others.${key}`, { count: String(data.others[key]) })}
              </Chip>
            ) : null,
          )}
        </ChipGroup>
      </div>
      {data.programs.length > 0 ? (
        <ProgramRows programs={data.programs} caption={t('title')} smallestGroup={data.smallestGroup} />
      ) : (
        <p className={styles.none}>{t('noneRunning')}</p>
      )}
    </>
  )
}
