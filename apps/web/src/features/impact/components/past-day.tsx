import { Popover } from '@mantine/core'
import type { ImpactFilter, ImpactPage } from '@oeuvre/domain/impact/schema'
import { FilterButton } from '@oeuvre/ui/actions/filter-bar.tsx'
import { PlainAction } from '@oeuvre/ui/actions/plain-action.tsx'
import { TextButton } from '@oeuvre/ui/actions/text-link.tsx'
import { Notice } from '@oeuvre/ui/feedback/notice.tsx'
import { useState } from 'react'
import { useShell } from '../../../lib/shell.ts'
import { usePageWords } from '../model/use-page-words.ts'
import styles from './impact-bar.module.css'

type Page = Pick<ImpactPage, 'asOf' | 'ledgerVersion' | 'currency' | 'digits'>
type Props = { readonly page: Page; readonly onFilter: (change: Pick<ImpactFilter, 'asOf'>) => void }

/** The page as the ledger was recorded up to a day; today is now. */
export function PastDay({ page, onFilter }: Props) {
  const { t, f } = usePageWords(page)
  const { today } = useShell()
  const [isOpen, setOpen] = useState(false)
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-start" trapFocus returnFocus>
      <Popover.Target>
        <FilterButton before={t('past.as')} active={page.asOf !== null} onClick={() => setOpen(!isOpen)}>
          {page.asOf ? f.day(page.asOf, 'medium') : t('past.now')}
        </FilterButton>
      </Popover.Target>
      <Popover.Dropdown>
        <form
          className={styles.dates}
          onSubmit={(event) => {
            event.preventDefault()
            const day = String(new FormData(event.currentTarget).get('day'))
            onFilter({ asOf: day < today ? day : undefined })
            setOpen(false)
          }}
        >
          <label>
            {t('past.day')} <input type="date" name="day" defaultValue={page.asOf ?? today} max={today} required />
          </label>
          <PlainAction type="submit">{t('periods.apply')}</PlainAction>
          {page.asOf && (
            <TextButton
              look="more"
              onClick={() => {
                onFilter({ asOf: undefined })
                setOpen(false)
              }}
            >
              {t('past.back')}
            </TextButton>
          )}
        </form>
      </Popover.Dropdown>
    </Popover>
  )
}

/** Says which ledger the figures are of, and leads back to now. */
export function PastNotice({ page, onFilter, more }: Props & { readonly more?: string }) {
  const { t, f } = usePageWords(page)
  if (!page.asOf) return null
  return (
    <div className={styles.past}>
      <Notice
        live
        title={t('past.title', { day: f.day(page.asOf) })}
        actions={
          <TextButton look="more" onClick={() => onFilter({ asOf: undefined })}>
            {t('past.back')}
          </TextButton>
        }
      >
        {t('past.text', { version: f.number(page.ledgerVersion) })} {more}
      </Notice>
    </div>
  )
}
