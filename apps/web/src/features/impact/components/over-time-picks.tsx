import type { ImpactFilter, ImpactPage } from '@oeuvre/domain/impact/schema'
import { shapes } from '@oeuvre/domain/impact/schema'
import { grains } from '@oeuvre/domain/time/grains'
import { Pick } from '@oeuvre/ui/actions/pick.tsx'
import { useTranslations } from 'use-intl'
import { overlaps } from '../model/prepare-over-time.ts'

type PicksProps = {
  readonly page: ImpactPage
  readonly filter: ImpactFilter
  readonly onFilter: (change: Partial<ImpactFilter>) => void
}

/** What is measured, by what, how finely, and how it stands. Programs and objectives are offered where there are any. */
export function OverTimePicks({ page, filter, onFilter }: PicksProps) {
  const t = useTranslations('impact.overTime')
  const { by, grain } = page.overTime
  const hasAny = { program: page.programs.length > 0, objective: page.objectives.length > 0 }
  const series = (['type', 'side', 'team', 'channel', 'skill', 'program', 'objective', 'none'] as const).filter(
    (key) => (key !== 'program' && key !== 'objective') || hasAny[key] || key === by,
  )
  return (
    <>
      <Pick
        label={t('measure')}
        value={filter.measure ?? 'results'}
        onPick={(key) => onFilter({ measure: key === 'results' ? undefined : key })}
        options={(['results', 'value'] as const).map((key) => ({ key, label: t(key) }))}
      />
      <Pick
        label={t('by')}
        value={by}
        onPick={(key) => onFilter({ by: key === 'type' ? undefined : key })}
        options={series.map((key) => ({ key, label: t(`bys.${key}`) }))}
      />
      <Pick
        label={t('grain')}
        value={grain}
        onPick={(key) => onFilter({ grain: key })}
        options={grains.map((key) => ({ key, label: t(`grains.${key}`) }))}
      />
      {!overlaps(page.overTime) && by !== 'none' && (
        <Pick
          label={t('shape')}
          value={filter.shape ?? 'stacked'}
          onPick={(key) => onFilter({ shape: key === 'stacked' ? undefined : key })}
          options={shapes.map((key) => ({ key, label: t(`shapes.${key}`) }))}
        />
      )}
    </>
  )
}
