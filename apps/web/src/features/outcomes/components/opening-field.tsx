import { TextInput } from '@mantine/core'
import { Icon } from '@oeuvre/ui/marks/icon.tsx'
import { type ClipboardEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useWords } from '../../../lib/errors.ts'
import { takeLinks } from '../model/pasted-links.ts'
import classes from './log.module.css'
import { useLogPage, useRefusal } from './log-page.ts'
import { RecognisedLink } from './recognised-link.tsx'
import { useTakeLinks } from './use-take-links.ts'

/** Takes a sentence or a pasted link: the sentence is the title, a link becomes evidence and ticks the account. */
export function OpeningField({ openedWith }: { readonly openedWith: string | null }) {
  const t = useTranslations('outcomesLog.opening')
  const words = useWords()
  const { form, change } = useLogPage()
  const refusal = useRefusal()('title')
  const takeThem = useTakeLinks()
  const [shown, setShown] = useState(openedWith)
  const [problem, setProblem] = useState<string | null>(null)

  function absorb(text: string) {
    const { rest, links } = takeLinks(text)
    if (links.length === 0) {
      if (text !== form.title) change({ title: text })
      return
    }
    const taken = takeThem(form, links)
    setProblem(taken.refusals[0] ? words(taken.refusals[0]) : null)
    setShown(taken.urls.at(-1) ?? shown)
    change({ ...taken.form, title: rest })
  }

  /** What is pasted is whole; what is typed is read once a space or the end of typing says so. */
  function paste(event: ClipboardEvent<HTMLInputElement>) {
    const { value, selectionStart, selectionEnd } = event.currentTarget
    const pasted = event.clipboardData.getData('text/plain')
    if (takeLinks(pasted).links.length === 0) return
    event.preventDefault()
    absorb(value.slice(0, selectionStart ?? 0) + pasted + value.slice(selectionEnd ?? value.length))
  }

  return (
    <div className={classes.opening} data-answer="title">
      <TextInput
        aria-label={t('label')}
        placeholder={t('placeholder')}
        value={form.title}
        error={problem ?? refusal}
        classNames={{ input: classes.openingInput }}
        onPaste={paste}
        onChange={({ currentTarget: { value } }) => (/\s$/.test(value) ? absorb(value) : change({ title: value }))}
        onBlur={() => absorb(form.title)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) absorb(form.title)
        }}
      />
      <div role="status">
        {shown && form.evidence.some(({ url }) => url === shown) && (
          <p className={classes.hit}>
            <Icon name="check" />
            <RecognisedLink url={shown} />
          </p>
        )}
      </div>
    </div>
  )
}
