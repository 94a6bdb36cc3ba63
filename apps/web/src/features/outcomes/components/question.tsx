import { Part } from '@oeuvre/ui/layout/side-head.tsx'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import type { Answer } from '../model/form-fields.ts'
import classes from './log.module.css'
import { useRefusal } from './log-page.ts'

type QuestionProps = {
  readonly number?: number | undefined
  readonly answer: Answer
  readonly title: string
  readonly hint?: ReactNode
  readonly isOptional?: boolean
  /** False where a field inside shows its refusal itself. */
  readonly showsRefusal?: boolean
  readonly children: ReactNode
}

/** One of the seven, with what stands in its way beneath. */
export function Question({ number, answer, title, hint, isOptional, showsRefusal = true, children }: QuestionProps) {
  const t = useTranslations('words')
  return (
    <div data-answer={answer}>
      <Part {...(number === undefined ? {} : { number })} title={title} hint={hint} optional={isOptional ? t('optional') : undefined}>
        {children}
        {showsRefusal && <AnswerRefusal answer={answer} />}
      </Part>
    </div>
  )
}

export function AnswerRefusal({ answer }: { readonly answer: Answer }) {
  const text = useRefusal()(answer)
  return text && <p className={classes.refusal}>{text}</p>
}
