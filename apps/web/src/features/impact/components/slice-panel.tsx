import { sides } from '@oeuvre/domain/credits/schema'
import type { ImpactFilter, ImpactPage } from '@oeuvre/domain/impact/schema'
import { Chip, ChipGroup } from '@oeuvre/ui/actions/chip.tsx'
import { TextButton } from '@oeuvre/ui/actions/text-link.tsx'
import { PanelPart, SidePanel } from '../../../components/side-panel.tsx'
import { useVocabularyNames } from '../../outcomes/embed/vocabulary-names.ts'
import { isSliced, noSlice, type SliceKey, toggled } from '../model/slices.ts'
import { useNames, useVocabulary } from '../model/use-names.ts'
import { usePageWords } from '../model/use-page-words.ts'
import styles from './impact-bar.module.css'

type PanelProps = {
  readonly page: ImpactPage
  readonly filter: ImpactFilter
  readonly onFilter: (change: Partial<ImpactFilter>) => void
  readonly onClose: () => void
}
type Choice = { readonly item: string | number; readonly label: string }

/** Every dimension at once; each choice narrows the page at once. */
export function SlicePanel({ page, filter, onFilter, onClose }: PanelProps) {
  const { t } = usePageWords(page)
  const choices = useChoices(page, filter)
  return (
    <SidePanel title={t('bar.slice')} onClose={onClose}>
      <p className={styles.hint}>{t('slice.hint')}</p>
      {choices.map(({ key, list }) => (
        <PanelPart key={key} title={t(`slice.${key}`)}>
          <ChipGroup label={t(`slice.${key}`)}>
            {list.map(({ item, label }) => (
              <Chip
                key={item}
                pressed={(filter[key] ?? []).some((one) => one === item)}
                onToggle={() => onFilter(toggled(filter, key, item))}
              >
                {label}
              </Chip>
            ))}
          </ChipGroup>
        </PanelPart>
      ))}
      {isSliced(filter) && (
        <p className={styles.hint}>
          <TextButton look="more" onClick={() => onFilter(noSlice)}>
            {t('bar.clear')}
          </TextButton>
        </p>
      )}
    </SidePanel>
  )
}

/** What is offered: words of the organization that are in use or chosen; programs and objectives where the page has any. */
function useChoices(page: ImpactPage, filter: ImpactFilter): readonly { readonly key: SliceKey; readonly list: readonly Choice[] }[] {
  const { t } = usePageWords(page)
  const words = useVocabularyNames()
  const nameOf = useNames(page)
  const vocabulary = useVocabulary()
  const live = <T extends { readonly id: string; readonly isArchived: boolean }>(
    list: readonly T[] | undefined,
    chosen?: readonly string[],
  ) => (list ?? []).filter((one) => !one.isArchived || chosen?.includes(one.id))
  const named = (what: 'program' | 'objective') => [
    ...new Set([...page[`${what}s`].flatMap(({ id }) => id ?? []), ...(filter[what] ?? [])]),
  ]
  const all: readonly { readonly key: SliceKey; readonly list: readonly Choice[] }[] = [
    { key: 'type', list: live(vocabulary?.types, filter.type).map((type) => ({ item: type.id, label: words.type(type) })) },
    { key: 'side', list: sides.map((side) => ({ item: side, label: t(`sides.names.${side}`) })) },
    {
      key: 'channel',
      list: live(vocabulary?.channels, filter.channel).map((channel) => ({ item: channel.id, label: words.channel(channel) })),
    },
    { key: 'skill', list: live(vocabulary?.skills, filter.skill).map((skill) => ({ item: skill.id, label: words.skill(skill) })) },
    { key: 'program', list: named('program').map((id) => ({ item: id, label: nameOf('program', id) })) },
    { key: 'objective', list: named('objective').map((id) => ({ item: id, label: nameOf('objective', id) })) },
    { key: 'rung', list: ([4, 5] as const).map((rung) => ({ item: rung, label: t(`slice.rungs.${rung}`) })) },
  ]
  return all.filter(({ list }) => list.length > 0)
}
