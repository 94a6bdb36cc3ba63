import { Face } from '@oeuvre/ui/marks/face.tsx'
import { Wordmark } from '@oeuvre/ui/marks/wordmark.tsx'
import { Link } from '@tanstack/react-router'
import classes from './phone.module.css'
import { useShell } from './use-shell.ts'

export function PhoneTop() {
  const { organization, person } = useShell()
  return (
    <header className={classes.top}>
      <Link to="/$organization" params={{ organization }}>
        <Wordmark label="Oeuvre" size={22} />
      </Link>
      <Face name={person.name} small />
    </header>
  )
}
