import type { ReportOutput } from '@oeuvre/domain/reports/schema'
import { TextButton, TextLink } from '@oeuvre/ui/actions/text-link.tsx'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { trpc } from '../../../lib/api.ts'
import { useFormat } from '../../../lib/format.ts'
import { useShell } from '../../../lib/shell.ts'
import { isOpen, reasonOf, useReportActions } from '../model/use-reports.ts'
import classes from './reports.module.css'

/** How often an export that is being made is asked about. */
const everyMs = 1_500

/** Exports: what is being made says how far it is. */
export function ReportList() {
  const t = useTranslations('reports.list')
  const { data } = useSuspenseQuery(
    trpc.reports.list.queryOptions(undefined, { refetchInterval: ({ state }) => (state.data?.reports.some(isOpen) ? everyMs : false) }),
  )
  if (data.reports.length === 0) return <p className={classes.about}>{t('none')}</p>
  return (
    <ul className={classes.list} aria-label={t('title')}>
      {data.reports.map((report) => (
        <Row key={report.id} report={report} />
      ))}
    </ul>
  )
}

function useName({ asked, fileName }: ReportOutput): string {
  const t = useTranslations('reports')
  const kind =
    asked.kind === 'impact-pdf' ? t('list.kinds.impact-pdf', { paper: t(`papers.${asked.paper}`) }) : t(`list.kinds.${asked.kind}`)
  return fileName ? `${kind} · ${fileName}` : kind
}

function Progress({ report }: { readonly report: ReportOutput }) {
  const t = useTranslations('reports.list')
  const f = useFormat()
  const { state, rowsDone, rowsTotal, size } = report
  if (state === 'failed')
    return (
      <p className={`${classes.about} ${classes.failed}`} role="status">
        {t('states.failed')} : {t(`reasons.${reasonOf(report.errorCode)}`)}
      </p>
    )
  const done = f.number(rowsDone)
  const rows = rowsDone === 0 ? null : rowsTotal === null ? t('rows', { done }) : t('rowsOf', { done, total: f.number(rowsTotal) })
  const said = [t(`states.${state}`), rows, size === null ? null : f.bytes(size), f.instant(report.createdAt)]
  return (
    <p className={classes.about} role="status">
      {said.filter(Boolean).join(' · ')}
    </p>
  )
}

function Row({ report }: { readonly report: ReportOutput }) {
  const t = useTranslations('reports.list')
  const { organization } = useShell()
  const { retry, remove } = useReportActions()
  const name = useName(report)
  return (
    <li className={classes.row}>
      <div>
        <b>{name}</b>
        <Progress report={report} />
      </div>
      <div className={classes.ends}>
        {report.state === 'done' && (
          <TextLink look="more" href={`/api/o/${organization}/reports/${report.id}/file`} download aria-label={t('downloadOf', { name })}>
            {t('download')}
          </TextLink>
        )}
        {report.state === 'failed' && (
          <TextButton look="more" onClick={() => retry.mutate({ id: report.id })}>
            {t('retry')}
          </TextButton>
        )}
        <TextButton look="quiet" aria-label={t('removeOf', { name })} onClick={() => remove.mutate({ id: report.id })}>
          {t('remove')}
        </TextButton>
      </div>
    </li>
  )
}
