import { formatProgramsFilter, type ProgramsFilter } from '@oeuvre/domain/programs/schema'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { KeptList } from '../components/kept-list.tsx'
import { MainLink } from '../components/screen-links.tsx'
import { ProgramRows } from '../features/programs/embed/program-rows.tsx'
import { trpc } from '../lib/api.ts'
import { usePageTitle } from '../lib/page-title.ts'
import { useShell } from '../lib/shell.ts'

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
  const toggle = (key: keyof ProgramsFilter) => onFilter(formatProgramsFilter({ ...filter, [key]: !filter[key] }))
  const others = (['ended', 'archived'] as const).map((key) => ({
    ...{ key, label: t(`others.${key}`, { count: String(data.others[key]) }), count: data.others[key] },
    ...{ isShown: filter[key] === true, onToggle: () => toggle(key) },
  }))
  return (
    <KeptList
      title={t('title')}
      intro={t('intro')}
      add={set}
      others={others}
      othersLabel={t('also')}
      rows={
        data.programs.length > 0 ? <ProgramRows programs={data.programs} caption={t('title')} smallestGroup={data.smallestGroup} /> : null
      }
      texts={{ none: t('noneRunning'), emptyTitle: t('empty.title'), emptyText: t(data.can.create ? 'empty.text' : 'empty.textReader') }}
    />
  )
}
