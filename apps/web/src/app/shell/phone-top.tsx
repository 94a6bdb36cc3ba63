import { Link } from '@tanstack/react-router'
import classes from './phone.module.css'
import { useShell } from './use-shell.ts'

export function PhoneTop() {
  const { organization, person } = useShell()
  return (
    <header className={classes.top}>
      <Link to="/$organization" params={{ organization }} className={classes.mark} aria-label="Œuvre">
        Œuvre
      </Link>
      <span className={classes.face} aria-hidden="true">
        {person.initials}
      </span>
    </header>
  )
}
