import { Notice } from '@oeuvre/ui/feedback/notice.tsx'
import type { ReactNode } from 'react'

/** What a form could not do, where no single field is to blame. Announced; takes no room while there is nothing to say. */
export function FormError({ children }: { readonly children: ReactNode }) {
  return <div role="alert">{children && <Notice tone="error">{children}</Notice>}</div>
}
