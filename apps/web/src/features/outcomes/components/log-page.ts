import type { Vocabulary } from '@oeuvre/domain/outcomes/types/schema'
import { createContext, use } from 'react'
import { useWords } from '../../../lib/errors.ts'
import type { Uploads } from '../../files/embed/use-uploads.ts'
import { type Answer, answerOf } from '../model/form-fields.ts'
import type { Keeping } from '../model/keeping.ts'
import type { LogForm } from '../model/log-form.ts'
import type { LogMode } from '../model/log-mode.ts'
import type { OwnAccount } from '../model/pasted-links.ts'

export type LogPage = {
  readonly form: LogForm
  readonly change: (part: Partial<LogForm>) => void
  readonly keeping: Keeping
  readonly mode: LogMode
  readonly vocabulary: Vocabulary
  readonly accounts: readonly OwnAccount[]
  readonly uploads: Uploads
  readonly reader: { readonly id: string; readonly name: string; readonly isManager: boolean }
  /** In the organization's zone. */
  readonly today: string
  readonly firstAllowedDay: string
  /** The earlier version that stands on the form, to be brought back. */
  readonly restores: number | null
}

export const LogPageContext = createContext<LogPage | null>(null)

export function useLogPage(): LogPage {
  const page = use(LogPageContext)
  if (!page) throw new Error('outside the page')
  return page
}

/** What stands in the way of a field that is no answer of the outcome. */
export function useFieldRefusal(field: string): string | null {
  const { keeping } = useLogPage()
  const words = useWords()
  const refusal = keeping.refusals.find((one) => one.field === field)
  return refusal ? words(refusal) : null
}

/** What stands in the way of an answer, in the reader's words; null: nothing. `at`: the end of the field that is meant. */
export function useRefusal(): (answer: Answer, at?: string) => string | null {
  const { keeping } = useLogPage()
  const words = useWords()
  return (answer, at = '') => {
    const all = [...keeping.refusals, ...keeping.unkept]
    const here = all.filter(({ field }) => field !== undefined && answerOf(field) === answer && field.endsWith(at))
    return here.length > 0 ? [...new Set(here.map(words))].join(' ') : null
  }
}
