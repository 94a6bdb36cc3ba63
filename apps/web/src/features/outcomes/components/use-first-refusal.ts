import { useEffect, useEffectEvent, useRef } from 'react'
import { answerOf } from '../model/form-fields.ts'
import type { Keeping } from '../model/keeping.ts'

const fields = 'input, textarea, select, button'

/** After a refusal the first answer concerned has the focus. @returns the page in which it is looked for */
export function useFirstRefusal({ refusals, refusedTimes }: Keeping) {
  const pageRef = useRef<HTMLDivElement>(null)
  const lead = useEffectEvent(() => {
    const refused = new Set(refusals.map(({ field }) => (field ? (answerOf(field) ?? field) : null)))
    const places = [...(pageRef.current?.querySelectorAll<HTMLElement>('[data-answer]') ?? [])]
    const place = places.find((element) => [...refused].some((answer) => answer === element.dataset.answer))
    if (place?.matches(fields)) return place.focus()
    const chosen = place?.querySelector<HTMLElement>('input:checked')
    ;(chosen ?? place?.querySelector<HTMLElement>(fields))?.focus()
  })
  useEffect(() => {
    if (refusedTimes > 0) lead()
  }, [refusedTimes])
  return pageRef
}
