import { useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useFormat } from '../../../lib/format.ts'
import { flatten, pathTo, type TreeTeam } from '../model/team-tree.ts'
import { useTeams } from '../model/use-teams.ts'
import classes from './team-tree.module.css'
import { moveInTree } from './team-tree-keys.ts'

type TeamTreeProps = { readonly chosen: string | null; readonly onChoose: (id: string | null) => void }

/** The tree of today as a filter: one stop for Tab, arrows within, Enter chooses. */
export function TeamTree({ chosen, onChoose }: TeamTreeProps) {
  const t = useTranslations('people.tree')
  const { teams, tree } = useTeams()
  const [toggled, setToggled] = useState<ReadonlyMap<string, boolean>>(new Map())
  const [focused, setFocused] = useState<string | null>(chosen)
  const element = useRef<HTMLDivElement>(null)
  if (teams.length === 0) return <p className={classes.empty}>{t('empty')}</p>
  const above = new Set(pathTo(teams, chosen).map((team) => team.id))
  // Open at first: the top level, and the way to what is chosen.
  const isOpen = (id: string) => toggled.get(id) ?? (above.has(id) || tree.some((team) => team.id === id))
  const toggle = (id: string, open: boolean) => setToggled(new Map(toggled).set(id, open))
  const shown = flatten(tree, isOpen)
  const stop = shown.some((team) => team.id === focused) ? focused : null
  function goTo(id: string | null) {
    setFocused(id)
    element.current?.querySelector<HTMLElement>(`[data-team="${id ?? ''}"]`)?.focus()
  }
  return (
    <div
      ref={element}
      role="tree"
      aria-label={t('title')}
      className={classes.tree}
      onKeyDown={(event) => {
        if (moveInTree(event.key, { shown, stop, isOpen, toggle, goTo, choose: onChoose })) event.preventDefault()
      }}
    >
      <Everybody isChosen={chosen === null} isStop={stop === null} onChoose={() => onChoose(null)} />
      {shown.map((team) => (
        <Branch
          key={team.id}
          team={team}
          isOpen={isOpen(team.id)}
          isChosen={team.id === chosen}
          isStop={team.id === stop}
          onToggle={() => toggle(team.id, !isOpen(team.id))}
          onChoose={() => {
            setFocused(team.id)
            onChoose(team.id)
          }}
        />
      ))}
    </div>
  )
}

function Everybody({
  isChosen,
  isStop,
  onChoose,
}: {
  readonly isChosen: boolean
  readonly isStop: boolean
  readonly onChoose: () => void
}) {
  const t = useTranslations('people.tree')
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree listens to the keys
    <div
      role="treeitem"
      aria-level={1}
      aria-selected={isChosen}
      tabIndex={isStop ? 0 : -1}
      data-team=""
      className={classes.item}
      onClick={onChoose}
    >
      <span className={classes.name}>{t('everybody')}</span>
    </div>
  )
}

type BranchProps = {
  readonly team: TreeTeam
  readonly isOpen: boolean
  readonly isChosen: boolean
  readonly isStop: boolean
  readonly onToggle: () => void
  readonly onChoose: () => void
}

function Branch({ team, isOpen, isChosen, isStop, onToggle, onChoose }: BranchProps) {
  const t = useTranslations('people.tree')
  const { number } = useFormat()
  const hasBelow = team.below.length > 0
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree listens to the keys
    <div
      role="treeitem"
      aria-level={team.level}
      aria-expanded={hasBelow ? isOpen : undefined}
      aria-selected={isChosen}
      tabIndex={isStop ? 0 : -1}
      data-team={team.id}
      className={classes.item}
      style={{ '--level': team.level - 1 } as React.CSSProperties}
      onClick={onChoose}
    >
      <span
        className={classes.caret}
        data-open={(hasBelow && isOpen) || undefined}
        data-leaf={!hasBelow || undefined}
        aria-hidden="true"
        onClick={(event) => {
          if (!hasBelow) return
          event.stopPropagation()
          onToggle()
        }}
      />
      <span className={classes.name}>{team.name}</span>
      <span className={classes.count} title={t('people', { count: team.total })}>
        {number(team.total)}
      </span>
    </div>
  )
}
