import type { ReactNode } from 'react'
import classes from './form-error.module.css'

/** What a form could not do, where no single field is to blame. Announced; takes no room while there is nothing to say. */
export function FormError({ children }: { readonly children: ReactNode }) {
  return (
    <div role="alert" className={children ? classes.error : undefined}>
      {children}
    </div>
  )
}
