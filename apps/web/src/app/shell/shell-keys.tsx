import { useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { areKeysShown, type Key, useKeys } from '../../lib/keys.ts'
import { isPaletteOpen, type PaletteAction, usePaletteActions } from '../../lib/palette.ts'
import { useShell } from '../../lib/shell.ts'
import { useStore } from '../../lib/store.ts'
import { administrationSections, placesFor } from '../navigation.ts'

const Palette = lazy(() => import('./palette.tsx').then((m) => ({ default: m.Palette })))
const KeysDialog = lazy(() => import('./keys-dialog.tsx').then((m) => ({ default: m.KeysDialog })))

/** The keys and palette actions that every screen of an organization has. */
export function ShellKeys() {
  useEverywhere()
  const isFinding = useStore(isPaletteOpen)
  const isListing = useStore(areKeysShown)
  return (
    <Suspense>
      {isFinding && <Palette />}
      {isListing && <KeysDialog />}
    </Suspense>
  )
}

function useEverywhere() {
  const t = useTranslations('shell')
  const navigate = useNavigate()
  const { organization, can } = useShell()
  const { keys, actions } = useMemo(() => {
    const log = () => void navigate({ to: '/$organization/outcomes/new', params: { organization } })
    const screens = placesFor(can).map((place) => ({
      label: t(`nav.${place.label}`),
      keys: `g ${place.go}`,
      run: () => void navigate({ to: place.to, params: { organization } }),
    }))
    const sections = administrationSections
      .filter((section) => can['organization.administer'] && !section.isExact)
      .map(
        ({ label, to }): PaletteAction => ({
          id: `admin-${label}`,
          label: t(`admin.${label}`),
          keywords: t('nav.administration'),
          group: 'screens',
          run: () => void navigate({ to, params: { organization } }),
        }),
      )
    const goTo: readonly Key[] = screens.map((screen) => ({
      ...screen,
      label: t('keys.goTo', { screen: screen.label }),
      scope: 'everywhere',
    }))
    const keys: readonly Key[] = [
      { keys: 'n', label: t('log'), scope: 'everywhere', run: log },
      { keys: 'mod+k', label: t('keys.find'), scope: 'everywhere', run: () => isPaletteOpen.set(true) },
      { keys: '?', label: t('keys.help'), scope: 'everywhere', run: () => areKeysShown.set(true) },
      ...goTo,
    ]
    const actions: readonly PaletteAction[] = [
      { id: 'log', label: t('log'), group: 'actions', keys: 'n', run: log },
      ...screens.map((screen): PaletteAction => ({ ...screen, id: screen.keys, group: 'screens' })),
      ...sections,
      { id: 'keys', label: t('menu.keys'), group: 'actions', keys: '?', run: () => areKeysShown.set(true) },
    ]
    return { keys, actions }
  }, [t, navigate, organization, can])
  useKeys(keys)
  usePaletteActions(actions)
}
