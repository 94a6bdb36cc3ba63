import { SideHead } from '@oeuvre/ui/layout/side-head.tsx'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { PlainLink } from '../../../components/screen-links.tsx'
import { trpc } from '../../../lib/api.ts'
import { useShell } from '../../../lib/shell.ts'
import classes from '../components/links.module.css'
import { LinkRows } from './link-rows.tsx'

/** For whoever takes part in a program: the links that they made for it. Needs the words `links`. */
export function ProgramLinks({ programId }: { readonly programId: string }) {
  const t = useTranslations('links.onProgram')
  const { organization } = useShell()
  const { data } = useQuery(trpc.links.list.queryOptions({ programId }))
  if (!data) return null
  return (
    <SideHead title={t('title')} note={t('note')}>
      <div className={classes.visits}>
        {data.links.length > 0 ? (
          <LinkRows links={data.links} today={data.today} caption={t('title')} />
        ) : (
          <p className={classes.note}>{t('empty')}</p>
        )}
        <div className={classes.ends}>
          <PlainLink to="/$organization/links" params={{ organization }} search={{ program: programId }}>
            {t('make')}
          </PlainLink>
        </div>
      </div>
    </SideHead>
  )
}
