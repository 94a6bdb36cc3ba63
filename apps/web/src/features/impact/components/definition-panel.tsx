import type { ImpactPage } from '@oeuvre/domain/impact/schema'
import { DefinitionList } from '@oeuvre/ui/layout/facts.tsx'
import { useTranslations } from 'use-intl'
import { PanelPart, SidePanel } from '../../../components/side-panel.tsx'
import { useFormat } from '../../../lib/format.ts'
import type { DefinitionKey } from '../model/definitions.ts'

type PanelProps = {
  readonly of: readonly DefinitionKey[]
  readonly title: string
  readonly page: ImpactPage
  readonly onClose: () => void
}

/** Definitions of one part of the page, with the organization's own zone, currency, smallest group and promise. */
export function DefinitionPanel({ of, title, page, onClose }: PanelProps) {
  const t = useTranslations('impactDefinitions')
  const f = useFormat()
  const given = {
    zone: page.timeZone,
    currency: f.currencyName(page.currency),
    people: f.number(page.smallestGroup),
    promise: f.days(page.promiseDays),
    confidence: f.percent(page.comparison.confidenceBp),
  }
  return (
    <SidePanel title={title} onClose={onClose}>
      {of.map((key) => (
        <PanelPart key={key} title={t(`parts.${key}.title`)}>
          <DefinitionList
            facts={(['counted', 'left', 'formula'] as const).map((what) => ({
              key: what,
              label: t(what),
              value: t(`parts.${key}.${what}`, given),
            }))}
          />
        </PanelPart>
      ))}
      <PanelPart title={t('everywhere')}>
        <DefinitionList
          facts={(['zone', 'rounding', 'border', 'past'] as const).map((what) => ({
            key: what,
            label: t(`${what}Label`),
            value: t(what, given),
          }))}
        />
      </PanelPart>
    </SidePanel>
  )
}
