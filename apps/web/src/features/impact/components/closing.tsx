import type { Closing as Closed } from '@oeuvre/domain/impact/closing/schema'
import type { ImpactPage } from '@oeuvre/domain/impact/schema'
import { TextButton } from '@oeuvre/ui/actions/text-link.tsx'
import { SideHead } from '@oeuvre/ui/layout/side-head.tsx'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { trpc } from '../../../lib/api.ts'
import { closingsOf } from '../model/restated.ts'
import { usePageWords } from '../model/use-page-words.ts'
import styles from './closing.module.css'
import { CloseForm, ReopenForm } from './closing-forms.tsx'
import { Reported } from './reported.tsx'

/** `onPeriod`: how another closed period is chosen; without it the part is on paper, and stands there where something was closed. */
type ClosingProps = { readonly page: ImpactPage; readonly onPeriod?: (code: string) => void }

/** Whether the figures of this period were reported, what changed since, and which other periods were. */
export function Closing({ page, onPeriod }: ClosingProps) {
  const t = useTranslations('closing')
  const { data } = useQuery(trpc.impact.closings.queryOptions())
  if (!data) return null
  const { from, to, isUnfinished } = page.period
  const { own, others, standing } = closingsOf(data.closings, page.period)
  if (own.length === 0 && (!onPeriod || (isUnfinished && others.length === 0))) return null
  return (
    <SideHead title={t('title')} note={t('note')} picks={onPeriod && <Others closings={others} page={page} onPeriod={onPeriod} />}>
      {standing ? (
        <>
          <Reported closing={standing} page={page} />
          <ReopenForm closing={standing} />
        </>
      ) : (
        <>
          <p className={styles.line}>{t('open')}</p>
          {!isUnfinished && <CloseForm from={from} to={to} />}
        </>
      )}
      <Earlier closings={own.filter((closing) => closing.reopened !== null)} page={page} />
    </SideHead>
  )
}

/** Closings of this period that no longer hold. */
function Earlier({ closings, page }: { readonly closings: readonly Closed[]; readonly page: ImpactPage }) {
  const t = useTranslations('closing')
  const { f } = usePageWords(page)
  if (closings.length === 0) return null
  return (
    <ul className={styles.earlier}>
      {closings.map(({ id, closedAt, reopened }) => {
        const said = { closed: f.instantDay(closedAt), at: f.instantDay(reopened?.at ?? closedAt), words: reopened?.words ?? '' }
        return <li key={id}>{reopened?.by ? t('earlier', { ...said, name: reopened.by.name }) : t('earlierBySomebody', said)}</li>
      })}
    </ul>
  )
}

function Others({ closings, page, onPeriod }: { readonly closings: readonly Closed[] } & Required<ClosingProps>) {
  const t = useTranslations('closing')
  const { periodOf } = usePageWords(page)
  if (closings.length === 0) return null
  return (
    <div className={styles.others}>
      <p id="closed-periods">{t('others')}</p>
      <ul aria-labelledby="closed-periods">
        {closings.map((closing) => (
          <li key={closing.id}>
            <TextButton onClick={() => onPeriod(closing.code)}>{periodOf(closing)}</TextButton>
          </li>
        ))}
      </ul>
    </div>
  )
}
