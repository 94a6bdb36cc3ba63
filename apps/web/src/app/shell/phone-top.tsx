import { Face } from '@oeuvre/ui/marks/face.tsx'
import { Wordmark } from '@oeuvre/ui/marks/wordmark.tsx'
import { Link } from '@tanstack/react-router'
import { useShell } from '../../lib/shell.ts'
import classes from './phone.module.css'

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
