import { Checkbox, Select } from '@mantine/core'
import {
  type Cadence,
  cadences,
  type NoticeKind,
  noticeKinds,
  type Preferences,
  type SavePreferencesInput,
} from '@oeuvre/domain/notifications/schema'
import { DataTable } from '@oeuvre/ui/data/data-table.tsx'
import { useTranslations } from 'use-intl'
import classes from './preferences.module.css'

type ChoicesProps = {
  readonly preferences: Preferences
  readonly hasMail: boolean
  readonly onSave: (change: SavePreferencesInput) => void
}

/** What, where, how often. */
export function KindChoices({ preferences, hasMail, onSave }: ChoicesProps) {
  const t = useTranslations('notifications')
  const cadenceOf = (value: string | null): Cadence | undefined => cadences.find((one) => one === value)
  const setMail = (kind: NoticeKind, mail: Cadence | undefined) => mail && onSave({ choices: { [kind]: { mail } } })
  return (
    <div className={classes.choices}>
      <DataTable
        caption={t('preferences.kinds')}
        rows={noticeKinds}
        rowKey={(kind) => kind}
        columns={[
          {
            key: 'kind',
            header: t('preferences.kinds'),
            rowHeader: true,
            cell: (kind) => (
              <>
                {t(`kinds.${kind}`)}
                <span className={classes.about}>{t(`preferences.about.${kind}`)}</span>
              </>
            ),
          },
          {
            key: 'app',
            header: t('preferences.app'),
            width: 120,
            cell: (kind) => (
              <Checkbox
                aria-label={t('preferences.appOf', { kind: t(`kinds.${kind}`) })}
                label={<span className={classes.onPhone}>{t('preferences.app')}</span>}
                checked={preferences.choices[kind].app}
                onChange={(event) => onSave({ choices: { [kind]: { app: event.currentTarget.checked } } })}
              />
            ),
          },
          {
            key: 'mail',
            header: t('preferences.mail'),
            width: 220,
            cell: (kind) => (
              <>
                <span className={classes.onPhone} aria-hidden="true">
                  {t('preferences.mail')}
                </span>
                <Select
                  aria-label={t('preferences.mailOf', { kind: t(`kinds.${kind}`) })}
                  disabled={!hasMail}
                  data={cadences.map((value) => ({ value, label: t(`preferences.cadences.${value}`) }))}
                  value={preferences.choices[kind].mail}
                  onChange={(value) => setMail(kind, cadenceOf(value))}
                />
              </>
            ),
          },
        ]}
      />
    </div>
  )
}
