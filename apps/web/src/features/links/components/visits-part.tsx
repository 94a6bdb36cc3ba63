import type { LinkView, ShownVisits } from '@oeuvre/domain/links/schema'
import { HorizontalBars } from '@oeuvre/ui/chart/horizontal-bars.tsx'
import { Figures } from '@oeuvre/ui/layout/figures.tsx'
import { useTranslations } from 'use-intl'
import { useFormat } from '../../../lib/format.ts'
import classes from './links.module.css'

/** What is shown of a link's visits: with few of them, their days alone. */
export function VisitsPart({ link: { shown, fewestVisits } }: { readonly link: Pick<LinkView, 'shown' | 'fewestVisits'> }) {
  const t = useTranslations('links.visits')
  const f = useFormat()
  const { total, previews, robots, days, hosts } = shown
  if (total + previews + robots === 0) return <p className={classes.note}>{t('none')}</p>
  return (
    <div className={classes.visits}>
      <Figures
        label={t('title')}
        figures={[
          { key: 'people', label: t('people'), value: f.number(total) },
          { key: 'previews', label: t('previews'), value: f.number(previews), note: t('previewsNote') },
          { key: 'robots', label: t('robots'), value: f.number(robots) },
        ]}
      />
      {days.length > 0 && (
        <HorizontalBars
          caption={t('days')}
          head={{ label: t('day'), value: t('count') }}
          rows={days
            .slice(-14)
            .reverse()
            .map(({ day, visits }) => ({ key: day, label: f.day(day), text: f.number(visits), value: visits }))}
        />
      )}
      {total > 0 && hosts === null && <p className={classes.note}>{t('few', { fewest: fewestVisits })}</p>}
      <MoreOfVisits shown={shown} />
    </div>
  )
}

function MoreOfVisits({ shown: { hosts, devices, hours } }: { readonly shown: ShownVisits }) {
  const t = useTranslations('links.visits')
  const f = useFormat()
  const rowOf = (key: string, label: string, value: number) => ({ key, label, text: f.number(value), value })
  const when = (hours ?? []).flatMap((visits, hour) =>
    visits > 0 ? [rowOf(String(hour), t('hour', { from: hour, to: hour + 1 }), visits)] : [],
  )
  return (
    <>
      {hosts && (
        <HorizontalBars
          caption={t('hosts')}
          head={{ label: t('hosts'), value: t('count') }}
          rows={hosts.map(({ host, visits }) => rowOf(host, host || t('noHost'), visits))}
        />
      )}
      {devices && (
        <HorizontalBars
          caption={t('devices')}
          head={{ label: t('devices'), value: t('count') }}
          rows={devices.map(({ device, visits }) => rowOf(device, t(`device.${device}`), visits))}
        />
      )}
      {when.length > 0 && <HorizontalBars caption={t('hours')} head={{ label: t('hours'), value: t('count') }} rows={when} />}
    </>
  )
}
