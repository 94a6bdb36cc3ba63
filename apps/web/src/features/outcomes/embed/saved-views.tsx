import { Menu } from '@mantine/core'
import type { ViewAddress, ViewOutput, ViewScreen } from '@oeuvre/domain/outcomes/views/schema'
import { FilterButton } from '@oeuvre/ui/actions/filter-bar.tsx'
import { TextButton } from '@oeuvre/ui/actions/text-link.tsx'
import { Icon } from '@oeuvre/ui/marks/icon.tsx'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import styles from '../components/saved-views.module.css'
import { ViewDialog } from '../components/view-dialog.tsx'
import { sameAddress, useViews } from '../model/use-views.ts'

type ViewsProps = {
  readonly screen: ViewScreen
  /** Of the screen as it stands. */
  readonly address: ViewAddress
  readonly onChoose: (address: ViewAddress) => void
  /** Whether there is anything to keep. */
  readonly isKeepable: boolean
}

/** Selections that were kept: one's own and those that others share. A view is a link: choosing one changes the address. */
export function SavedViews({ screen, address, onChoose, isKeepable }: ViewsProps) {
  const t = useTranslations('views')
  const { views } = useViews(screen)
  const [edited, setEdited] = useState<ViewOutput | 'new' | null>(null)
  const current = views.find((view) => sameAddress(view.address, address))
  const [own, others] = [views.filter((view) => view.isOwn), views.filter((view) => !view.isOwn)]
  const item = (view: ViewOutput) => (
    <Menu.Item
      key={view.id}
      aria-current={view === current || undefined}
      rightSection={view === current ? <Icon name="check" size={14} /> : null}
      onClick={() => onChoose(view.address)}
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
      {isKeepable && !current && (
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
      {edited && <ViewDialog screen={screen} view={edited === 'new' ? null : edited} address={address} onClose={() => setEdited(null)} />}
    </div>
  )
}
