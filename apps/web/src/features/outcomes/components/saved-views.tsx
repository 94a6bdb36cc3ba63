import { Menu } from '@mantine/core'
import type { ListFilter } from '@oeuvre/domain/outcomes/filter/schema'
import type { ViewOutput } from '@oeuvre/domain/outcomes/views/schema'
import { FilterButton } from '@oeuvre/ui/actions/filter-bar.tsx'
import { TextButton } from '@oeuvre/ui/actions/text-link.tsx'
import { Icon } from '@oeuvre/ui/marks/icon.tsx'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { isNarrowed } from '../model/list-query.ts'
import { addressOf, useViews } from '../model/use-views.ts'
import styles from './saved-views.module.css'
import { ViewDialog } from './view-dialog.tsx'

type ViewsProps = { readonly filter: ListFilter; readonly onFilter: (next: ListFilter) => void }

/** Selections that were kept: one's own and those that others share. A view is a link: choosing one changes the address. */
export function SavedViews({ filter, onFilter }: ViewsProps) {
  const t = useTranslations('views')
  const { views } = useViews()
  const [edited, setEdited] = useState<ViewOutput | 'new' | null>(null)
  const here = addressOf(filter)
  const current = views.find((view) => addressOf(view.filter) === here)
  const [own, others] = [views.filter((view) => view.isOwn), views.filter((view) => !view.isOwn)]
  const item = (view: ViewOutput) => (
    <Menu.Item
      key={view.id}
      aria-current={view === current || undefined}
      rightSection={view === current ? <Icon name="check" size={14} /> : null}
      onClick={() => onFilter(view.filter)}
    >
      {view.name}
      {(view.owner || view.isOutdated) && (
        <small className={styles.note}>
          {[view.owner && t('by', { name: view.owner.name }), view.isOutdated && t('outdated')].filter(Boolean).join(' · ')}
        </small>
      )}
    </Menu.Item>
  )
  return (
    <div className={styles.views}>
      <Menu position="bottom-start">
        <Menu.Target>
          <FilterButton before={current ? t('label') : undefined} active={current !== undefined}>
            {current?.name ?? t('label')}
          </FilterButton>
        </Menu.Target>
        <Menu.Dropdown className={styles.menu}>
          {own.length > 0 && <Menu.Label>{t('own')}</Menu.Label>}
          {own.map(item)}
          {others.length > 0 && <Menu.Label>{t('ofOthers')}</Menu.Label>}
          {others.map(item)}
          {views.length === 0 && <p className={styles.none}>{t('none')}</p>}
        </Menu.Dropdown>
      </Menu>
      {isNarrowed(filter) && !current && (
        <TextButton look="more" onClick={() => setEdited('new')}>
          {t('save')}
        </TextButton>
      )}
      {current?.isOwn && (
        <TextButton look="more" onClick={() => setEdited(current)}>
          {t('edit', { name: current.name })}
        </TextButton>
      )}
      {current?.isOutdated && <span className={styles.outdated}>{t('outdated')}</span>}
      {edited && <ViewDialog view={edited === 'new' ? null : edited} filter={filter} onClose={() => setEdited(null)} />}
    </div>
  )
}
