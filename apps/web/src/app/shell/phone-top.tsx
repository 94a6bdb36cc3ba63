import { Face } from '@oeuvre/ui/marks/face.tsx'
import { Wordmark } from '@oeuvre/ui/marks/wordmark.tsx'
import { Link } from '@tanstack/react-router'
import { useShell } from '../../lib/shell.ts'
import { NoticesBell } from './notices-bell.tsx'
import classes from './phone.module.css'

export function PhoneTop() {
  const { organization, person } = useShell()
  return (
    <header className={classes.top}>
      <Link to="/$organization" params={{ organization }}>
        <Wordmark label="Oeuvre" size={22} />
      </Link>
      <div className={classes.topEnd}>
        <NoticesBell />
        <Face name={person.name} small />
      </div>
    </header>
  )
}
