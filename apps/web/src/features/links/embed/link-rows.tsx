import type { LinkItem } from '@oeuvre/domain/links/schema'
import { type Column, DataTable } from '@oeuvre/ui/data/data-table.tsx'
import { Flag } from '@oeuvre/ui/feedback/notice.tsx'
import { useTranslations } from 'use-intl'
import { ScreenLink } from '../../../components/screen-links.tsx'
import { useFormat } from '../../../lib/format.ts'
import { useShell } from '../../../lib/shell.ts'
import classes from '../components/links.module.css'
import { useLinkWords } from '../model/use-link-words.ts'

type LinkRowsProps = { readonly links: readonly LinkItem[]; readonly today: string; readonly caption: string }

/** One's own links, each with what came of it. */
export function LinkRows({ links, today, caption }: LinkRowsProps) {
  const t = useTranslations('links')
  const f = useFormat()
  const { organization } = useShell()
  const { placeName, titleOf } = useLinkWords()
  const columns: Column<LinkItem>[] = [
    {
      key: 'link',
      header: t('own.link'),
      rowHeader: true,
      cell: (row) => (
        <span className={classes.name}>
          <ScreenLink look="plain" to="/$organization/links/$id" params={{ organization, id: row.id }}>
            {titleOf(row)}
          </ScreenLink>
          <small>{[placeName(row.place), ...(row.program ? [row.program.title] : [])].join(' · ')}</small>
        </span>
      ),
    },
    { key: 'state', width: 160, phone: 'drop', cell: (row) => <LinkFlag link={row} /> },
    { key: 'visits', header: t('own.visits'), align: 'right', width: 88, strong: true, cell: (row) => f.number(row.visits) },
    {
      key: 'latest',
      header: t('own.latest'),
      align: 'right',
      width: 136,
      phone: 'drop',
      cell: (row) => (row.visitedOn === null ? t('own.none') : f.relativeDay(row.visitedOn, today)),
    },
  ]
  return <DataTable caption={caption} columns={columns} rows={links} rowKey={(row) => row.id} isMuted={(row) => row.state !== 'working'} />
}

/** What its owner has to know before anything else; nothing where all is well. */
function LinkFlag({ link: { state, checked } }: { readonly link: LinkItem }) {
  const t = useTranslations('links')
  if (state !== 'working') return <span className={classes.note}>{t(`state.${state}`)}</span>
  return checked?.failure && checked.failure !== 'robots' ? <Flag>{t('detail.fails')}</Flag> : null
}
