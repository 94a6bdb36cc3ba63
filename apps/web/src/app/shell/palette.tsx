import '@mantine/spotlight/styles.layer.css'
import { createSpotlight, Spotlight } from '@mantine/spotlight'
import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { isPaletteOpen, listPaletteActions, type PaletteAction } from '../../lib/palette.ts'
import { KeyCaps } from './keys-dialog.tsx'
import classes from './palette.module.css'
import { type FoundGroup, useFound } from './use-found.tsx'

const [store, spotlight] = createSpotlight()

/** Every screen and action by name, views, results and people by their words. Loaded when it is first asked for. */
export function Palette() {
  const t = useTranslations('shell.palette')
  const [actions] = useState(listPaletteActions)
  const [query, setQuery] = useState('')
  useEffect(() => spotlight.open(), [])
  const found = actions.filter((action) => matches(action, query))
  const groups = useFound(query, (label) => matches({ label }, query))
  return (
    <Spotlight.Root
      store={store}
      query={query}
      onQueryChange={setQuery}
      shortcut={null}
      onSpotlightClose={() => isPaletteOpen.set(false)}
      overlayProps={{ backgroundOpacity: 0.3 }}
      transitionProps={{ duration: 0 }}
      attributes={{ content: { 'aria-label': t('hint') } }}
      classNames={{
        content: classes.content,
        search: classes.search,
        actionsList: classes.list,
        actionsGroup: classes.group,
        action: classes.action,
        empty: classes.empty,
      }}
    >
      <Spotlight.Search placeholder={t('placeholder')} aria-label={t('placeholder')} />
      <Spotlight.ActionsList>
        {(['actions', 'screens'] as const).map((group) => (
          <PaletteGroup key={group} label={t(group)} actions={found.filter((action) => action.group === group)} />
        ))}
        {groups.map((group) => (
          <Found key={group.key} label={t(group.key)} group={group} />
        ))}
        {found.length === 0 && groups.every((group) => group.actions.length === 0) && <Spotlight.Empty>{t('nothing')}</Spotlight.Empty>}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  )
}

function PaletteGroup({ label, actions }: { readonly label: string; readonly actions: readonly PaletteAction[] }) {
  if (actions.length === 0) return null
  return (
    <Spotlight.ActionsGroup label={label}>
      {actions.map((action) => (
        <Spotlight.Action
          key={action.id}
          label={action.label}
          description={action.description}
          rightSection={
            action.keys ? (
              <span className={classes.keys}>
                <KeyCaps keys={action.keys} />
              </span>
            ) : null
          }
          onClick={action.run}
        />
      ))}
    </Spotlight.ActionsGroup>
  )
}

function Found({ label, group: { actions } }: { readonly label: string; readonly group: FoundGroup }) {
  if (actions.length === 0) return null
  return (
    <Spotlight.ActionsGroup label={label}>
      {actions.map((action) => (
        <Spotlight.Action key={action.id} onClick={action.run}>
          <span className={classes.found}>
            {action.label}
            {action.description && <small>{action.description}</small>}
          </span>
        </Spotlight.Action>
      ))}
    </Spotlight.ActionsGroup>
  )
}

/** Accents and case do not matter: "resultats" finds "Résultats". */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

function matches(action: Pick<PaletteAction, 'label' | 'keywords'>, query: string): boolean {
  const text = plain(`${action.label} ${action.keywords ?? ''}`)
  return plain(query)
    .split(/\s+/)
    .every((word) => text.includes(word))
}
