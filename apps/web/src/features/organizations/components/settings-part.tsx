import type { SettingsView } from '@oeuvre/domain/organizations/settings/schema'
import { PlainAction } from '@oeuvre/ui/actions/plain-action.tsx'
import { QuietAction } from '@oeuvre/ui/actions/quiet-action.tsx'
import { TextButton } from '@oeuvre/ui/actions/text-link.tsx'
import { Notice } from '@oeuvre/ui/feedback/notice.tsx'
import { SideHead } from '@oeuvre/ui/layout/side-head.tsx'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { FormError } from '../../../components/form-error.tsx'
import type { SettingsGroup } from '../model/settings-form.ts'
import { type SettingsForm, useSettingsGroup } from '../model/use-settings-group.ts'
import classes from './settings.module.css'

type SettingsPartProps = {
  readonly group: SettingsGroup
  readonly view: SettingsView
  readonly children: (settings: SettingsForm) => ReactNode
}

/** A part of the settings with its own saving. */
export function SettingsPart({ group, view, children }: SettingsPartProps) {
  const t = useTranslations('organizations.settings')
  const save = useTranslations('words')('save')
  const settings = useSettingsGroup(group, view)
  const isDirty = settings.form.isDirty()
  return (
    <SideHead title={t(`groups.${group}`)} note={t(`notes.${group}`)}>
      <form noValidate onSubmit={settings.submit} className={classes.form}>
        {children(settings)}
        {settings.isConflict && (
          <Notice tone="warn" live actions={<TextButton onClick={settings.takeStored}>{t('takeTheirs')}</TextButton>}>
            {t('conflict')}
          </Notice>
        )}
        <FormError>{settings.problem}</FormError>
        <div className={classes.ends}>
          <PlainAction type="submit" loading={settings.isPending} disabled={!isDirty}>
            {settings.isConflict ? t('keepMine') : save}
          </PlainAction>
          {isDirty && !settings.isConflict && <QuietAction onClick={settings.takeStored}>{t('reset')}</QuietAction>}
        </div>
      </form>
    </SideHead>
  )
}
