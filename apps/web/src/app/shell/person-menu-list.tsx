import { Menu, useMantineColorScheme } from '@mantine/core'
import { Icon } from '@oeuvre/ui/marks/icon.tsx'
import type { ReactElement } from 'react'
import { useTranslations } from 'use-intl'
import { MenuLink } from '../../components/menu-link.tsx'
import { areKeysShown } from '../../lib/keys.ts'
import { spokenLanguages } from '../../lib/language.ts'
import { useShell } from '../../lib/shell.ts'
import { themes, useReader } from './use-reader.ts'

function isOneOf<T extends string>(list: readonly T[], value: string): value is T {
  return list.some((one) => one === value)
}

/** What concerns the reader alone: their page, language, appearance, password, the way out. `children`: the button that opens it. */
export function PersonMenuList({ children }: { readonly children: ReactElement }) {
  const t = useTranslations('shell')
  const { organization, person, roles, can } = useShell()
  const { language, speak, leave, leaveEverywhere, hasOtherOrganizations } = useReader()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <Menu defaultOpened position="top-start" width={224} checkIcon={<Icon name="check" />}>
      <Menu.Target>{children}</Menu.Target>
      <Menu.Dropdown>
        <MenuLink to="/$organization/people/$id" params={{ organization, id: person.id }}>
          {t('menu.profile')}
        </MenuLink>
        <MenuLink to="/$organization/my-work" params={{ organization }}>
          {t('menu.work')}
        </MenuLink>
        <MenuLink to="/$organization/notices/preferences" params={{ organization }}>
          {t('menu.notices')}
        </MenuLink>
        <MenuLink to="/$organization/stored" params={{ organization }}>
          {t('menu.stored')}
        </MenuLink>
        <MenuLink to="/$organization/reports" params={{ organization }}>
          {t('menu.reports')}
        </MenuLink>
        {hasOtherOrganizations && (
          <Menu.Item component="a" href="/?choose">
            {t('menu.switchTo')}
          </Menu.Item>
        )}
        <Menu.Item onClick={() => areKeysShown.set(true)}>{t('menu.keys')}</Menu.Item>
        <Menu.Divider />
        <Menu.Label>{t('menu.language')}</Menu.Label>
        <Menu.RadioGroup value={language} onChange={(one) => isOneOf(spokenLanguages, one) && speak(one)}>
          {spokenLanguages.map((one) => (
            <Menu.RadioItem key={one} value={one} lang={one} closeMenuOnClick>
              {t(`languages.${one}`)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Label>{t('menu.theme')}</Menu.Label>
        <Menu.RadioGroup value={colorScheme} onChange={(one) => isOneOf(themes, one) && setColorScheme(one)}>
          {themes.map((one) => (
            <Menu.RadioItem key={one} value={one}>
              {t(`menu.${one === 'auto' ? 'system' : one}`)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        {(roles.includes('manager') || can['organization.administer']) && (
          <MenuLink to="/$organization/absences" params={{ organization }}>
            {t('menu.absences')}
          </MenuLink>
        )}
        <MenuLink to="/$organization/password" params={{ organization }}>
          {t('menu.password')}
        </MenuLink>
        <Menu.Item onClick={leave}>{t('menu.signOut')}</Menu.Item>
        <Menu.Item onClick={leaveEverywhere}>{t('menu.signOutEverywhere')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
