import { Face } from '@oeuvre/ui/marks/face.tsx'
import { type ComponentPropsWithRef, lazy, Suspense, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useShell } from '../../lib/shell.ts'
import classes from './person-menu.module.css'

const loadList = () => import('./person-menu-list.tsx').then((m) => ({ default: m.PersonMenuList }))
const PersonMenuList = lazy(loadList)

/** The reader's name; the menu behind it is fetched when somebody reaches for it. */
export function PersonMenu() {
  const [isWanted, setWanted] = useState(false)
  const fetchList = () => void loadList().catch(() => undefined)
  const closed = <PersonButton onClick={() => setWanted(true)} onPointerEnter={fetchList} onFocus={fetchList} />
  if (!isWanted) return closed
  return (
    <Suspense fallback={closed}>
      <PersonMenuList>
        <PersonButton />
      </PersonMenuList>
    </Suspense>
  )
}

function PersonButton(props: ComponentPropsWithRef<'button'>) {
  const t = useTranslations('shell')
  const { person } = useShell()
  return (
    <button type="button" aria-haspopup="menu" {...props} className={classes.target}>
      <Face name={person.name} small />
      <span>{person.name}</span>
      <span className="visually-hidden">{t('menu.label')}</span>
    </button>
  )
}
