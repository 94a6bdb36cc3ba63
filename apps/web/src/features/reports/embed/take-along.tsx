import { Menu } from '@mantine/core'
import { figureParts } from '@oeuvre/domain/impact/files/schema'
import { formatImpactFilter, type ImpactFilter, type ImpactPage } from '@oeuvre/domain/impact/schema'
import { papers } from '@oeuvre/domain/reports/schema'
import { QuietAction } from '@oeuvre/ui/actions/quiet-action.tsx'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { MenuLink } from '../../../components/menu-link.tsx'
import { trpc } from '../../../lib/api.ts'
import { useShell } from '../../../lib/shell.ts'
import { figuresAddress } from '../../impact/embed/figures-address.ts'
import { pageQuery } from '../../impact/embed/page-query.ts'
import { creditsBehind, outcomesBehind } from '../model/asked-behind.ts'
import { useTaking } from '../model/use-taking.ts'
import styles from './take-along.module.css'

type TakeProps = { readonly page: ImpactPage; readonly filter: ImpactFilter }

/** All the ways in which the page leaves the house: on paper, as files, by mail, as a link. */
export function TakeAlong({ filter }: Pick<TakeProps, 'filter'>) {
  // Not waited for: the page stands while other figures are on their way.
  const { data: page } = useQuery(pageQuery(trpc, filter))
  const t = useTranslations('reports')
  const { organization } = useShell()
  const [isOpen, setOpen] = useState(false)
  // What this server can do is asked when somebody wants to know.
  const { data: means } = useQuery(trpc.reports.means.queryOptions(undefined, { enabled: isOpen, staleTime: Number.POSITIVE_INFINITY }))
  const search = formatImpactFilter(filter)
  if (!page) return <QuietAction disabled>{t('take.label')}</QuietAction>
  return (
    <Menu position="bottom-end" opened={isOpen} onChange={setOpen}>
      <Menu.Target>
        <QuietAction>{t('take.label')}</QuietAction>
      </Menu.Target>
      <Menu.Dropdown className={styles.menu}>
        <OnPaper page={page} filter={filter} canPrint={means?.canPrint ?? false} />
        {means && !means.canPrint && <p className={styles.note}>{t('take.noPrinter')}</p>}
        <Menu.Divider />
        <Menu.Sub>
          <Menu.Sub.Target>
            <Menu.Sub.Item>{t('take.figures')}</Menu.Sub.Item>
          </Menu.Sub.Target>
          <Menu.Sub.Dropdown className={styles.menu}>
            {figureParts.map((part) => (
              <Menu.Item key={part} component="a" href={figuresAddress(organization, part, filter)} download>
                {t(`parts.${part}`)}
              </Menu.Item>
            ))}
          </Menu.Sub.Dropdown>
        </Menu.Sub>
        <Behind page={page} filter={filter} />
        <Menu.Divider />
        <CopyLink page={page} filter={filter} />
        {means?.canMail && (
          <MenuLink to="/$organization/reports" params={{ organization }} search={{ ...search, send: 'new' }}>
            {t('take.send')}
          </MenuLink>
        )}
        <MenuLink to="/$organization/reports" params={{ organization }}>
          {t('take.all')}
        </MenuLink>
      </Menu.Dropdown>
    </Menu>
  )
}

function OnPaper({ page, filter, canPrint }: TakeProps & { readonly canPrint: boolean }) {
  const t = useTranslations('reports')
  const { organization } = useShell()
  const { make } = useTaking(page)
  const address = `/${organization}/print/impact?${new URLSearchParams(formatImpactFilter(filter)).toString()}`
  return (
    <>
      {canPrint &&
        papers.map((paper) => (
          <Menu.Item key={paper} onClick={() => make({ kind: 'impact-pdf', filter, paper })}>
            {t('take.pdf', { paper: t(`papers.${paper}`) })}
          </Menu.Item>
        ))}
      <Menu.Item component="a" href={address} target="_blank">
        {t('take.print')}
      </Menu.Item>
    </>
  )
}

/** The results and the entries that the figures are made of: at once, or in the background where they are many. */
function Behind({ page, filter }: TakeProps) {
  const t = useTranslations('reports.take')
  const { take } = useTaking(page)
  const [outcomes, credits] = [outcomesBehind(filter, page), creditsBehind(filter, page)]
  return (
    <>
      {outcomes && <Menu.Item onClick={() => take(outcomes)}>{t('outcomes')}</Menu.Item>}
      {credits && <Menu.Item onClick={() => take(credits)}>{t('credits')}</Menu.Item>}
    </>
  )
}

function CopyLink({ page }: TakeProps) {
  const t = useTranslations('reports.take')
  const { copy } = useTaking(page)
  return <Menu.Item onClick={() => void copy()}>{t('copy')}</Menu.Item>
}
