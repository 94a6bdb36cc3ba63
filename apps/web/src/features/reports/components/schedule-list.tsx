import { formatImpactFilter } from '@oeuvre/domain/impact/schema'
import type { ScheduleOutput } from '@oeuvre/domain/reports/schema'
import { parsePeriodCode } from '@oeuvre/domain/time/period-codes'
import { TextButton } from '@oeuvre/ui/actions/text-link.tsx'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { PlainLink } from '../../../components/screen-links.tsx'
import { trpc } from '../../../lib/api.ts'
import { useFormat } from '../../../lib/format.ts'
import { useShell } from '../../../lib/shell.ts'
import { useReportActions } from '../model/use-reports.ts'
import classes from './reports.module.css'

/** What is sent, to whom, when next, and what became of the last one. */
export function ScheduleList({ isAdding }: { readonly isAdding: boolean }) {
  const t = useTranslations('reports.schedules')
  const { organization } = useShell()
  const { data } = useQuery(trpc.reports.schedules.queryOptions())
  return (
    <>
      {data?.schedules.length === 0 && <p className={classes.about}>{t('none')}</p>}
      {data && data.schedules.length > 0 && (
        <ul className={classes.list} aria-label={t('title')}>
          {data.schedules.map((schedule) => (
            <Row key={schedule.id} schedule={schedule} />
          ))}
        </ul>
      )}
      {!isAdding && (
        <p className={classes.about}>
          <PlainLink to="/$organization/reports" params={{ organization }} search={{ send: 'new' }}>
            {t('new')}
          </PlainLink>
        </p>
      )}
    </>
  )
}

type Recipient = ScheduleOutput['recipients'][number]

function useLast() {
  const t = useTranslations('reports.schedules')
  const f = useFormat()
  const period = (text: string) => {
    const code = parsePeriodCode(text)
    if (code?.kind === 'quarter') return t('quarterOf', { n: String(code.quarter), year: String(code.year) })
    if (code?.kind === 'fiscal-quarter') return t('fiscalQuarterOf', { n: String(code.quarter), year: String(code.year) })
    return code?.kind === 'month' ? f.month(text.slice('month:'.length)) : text
  }
  return ({ name, hasEnded, last }: Recipient) => {
    const state = last ? t(`last.${last.state}`, { period: period(last.period) }) : t('notYet')
    return `${name} (${hasEnded ? t('ended') : state})`
  }
}

function Row({ schedule }: { readonly schedule: ScheduleOutput }) {
  const t = useTranslations('reports.schedules')
  const f = useFormat()
  const said = useLast()
  const { cadence, isPaused, isOwn, owner, recipients, nextAt, filter } = schedule
  const hasSlice = Object.keys(formatImpactFilter(filter)).length > 0
  return (
    <li className={classes.row}>
      <div>
        <b>{t(cadence)}</b>
        <p className={classes.about}>
          {[
            isPaused ? t('paused') : t('next', { instant: f.instant(nextAt) }),
            hasSlice && t('slice'),
            !isOwn && t('by', { name: owner.name }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        <p className={classes.about}>{f.list(recipients.map(said))}</p>
      </div>
      <div className={classes.ends}>{isOwn ? <OwnEnds schedule={schedule} /> : <RecipientEnds schedule={schedule} />}</div>
    </li>
  )
}

function OwnEnds({ schedule: { id, isPaused, cadence } }: { readonly schedule: ScheduleOutput }) {
  const t = useTranslations('reports.schedules')
  const { pause, removeSchedule } = useReportActions()
  return (
    <>
      <TextButton
        look="quiet"
        aria-label={`${t(isPaused ? 'resume' : 'pause')} (${t(cadence)})`}
        onClick={() => pause.mutate({ id, isPaused: !isPaused })}
      >
        {t(isPaused ? 'resume' : 'pause')}
      </TextButton>
      <TextButton look="quiet" aria-label={`${t('remove')} (${t(cadence)})`} onClick={() => removeSchedule.mutate({ id })}>
        {t('remove')}
      </TextButton>
    </>
  )
}

function RecipientEnds({ schedule: { id, recipients } }: { readonly schedule: ScheduleOutput }) {
  const t = useTranslations('reports.schedules')
  const { person } = useShell()
  const { leave } = useReportActions()
  const hasEnded = recipients.find((one) => one.id === person.id)?.hasEnded ?? false
  return (
    <TextButton look="quiet" onClick={() => leave.mutate({ id, hasEnded: !hasEnded })}>
      {t(hasEnded ? 'join' : 'leave')}
    </TextButton>
  )
}
