import { Checkbox } from '@mantine/core'
import {
  type AccountPurpose,
  type AccountVisibility,
  accountPurposes,
  accountVisibilities,
  consentTextVersion,
} from '@oeuvre/domain/accounts/schema'
import { ChipGroup, ChoiceChip } from '@oeuvre/ui/actions/chip.tsx'
import { useId } from 'react'
import { useTranslations } from 'use-intl'
import classes from './consent-fields.module.css'

export type Choices = { readonly purpose: AccountPurpose; readonly visibility: AccountVisibility; readonly accepted: boolean }

type ConsentFieldsProps = {
  readonly value: Choices
  readonly onChange: (next: Choices) => void
  readonly error?: string | null
}

/** What the account is for, who sees it, and the text that is agreed to; the same when it is registered and when it is changed. */
export function ConsentFields({ value, onChange, error }: ConsentFieldsProps) {
  const t = useTranslations('accounts')
  return (
    <div className={classes.fields}>
      <Group title={t('choices.purpose')}>
        {(name) =>
          accountPurposes.map((purpose) => (
            <ChoiceChip
              key={purpose}
              name={name}
              value={purpose}
              checked={value.purpose === purpose}
              onChoose={() => onChange({ ...value, purpose })}
            >
              {t(`purposes.${purpose}`)}
            </ChoiceChip>
          ))
        }
      </Group>
      <Group title={t('choices.visibility')}>
        {(name) =>
          accountVisibilities.map((visibility) => (
            <ChoiceChip
              key={visibility}
              name={name}
              value={visibility}
              checked={value.visibility === visibility}
              onChoose={() => onChange({ ...value, visibility })}
            >
              {t(`visibilities.${visibility}`)}
            </ChoiceChip>
          ))
        }
      </Group>
      <ConsentText version={consentTextVersion} />
      <Checkbox
        label={t('consent.accept')}
        checked={value.accepted}
        error={error}
        onChange={(event) => onChange({ ...value, accepted: event.currentTarget.checked })}
      />
    </div>
  )
}

function Group({ title, children }: { readonly title: string; readonly children: (name: string) => React.ReactNode }) {
  const name = useId()
  return (
    <div>
      <p className={classes.label} aria-hidden="true">
        {title}
      </p>
      <ChipGroup label={title}>{children(name)}</ChipGroup>
    </div>
  )
}

/**
 * Its version stands in the domain (`consentTextVersion`): who changes the meaning here changes that too, and keeps what was said before
 * for those who agreed to that.
 */
export function ConsentText({ version }: { readonly version: string }) {
  const t = useTranslations('accounts.consent')
  const unread = version === '2026-11' ? 'unreadAtFirst' : 'unread'
  return (
    <div className={classes.text}>
      <h3>{t('title')}</h3>
      <ul>
        {(['stored', unread, 'shown', 'withdrawn', 'free'] as const).map((point) => (
          <li key={point}>{t(point)}</li>
        ))}
      </ul>
    </div>
  )
}
