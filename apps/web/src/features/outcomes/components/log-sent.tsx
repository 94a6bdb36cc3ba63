import { QuietAction } from '@oeuvre/ui/actions/quiet-action.tsx'
import { KindMark } from '@oeuvre/ui/marks/kind-mark.tsx'
import { Plate } from '@oeuvre/ui/plate/plate.tsx'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useMemo, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { PlainLink, QuietLink } from '../../../components/screen-links.tsx'
import { trpc } from '../../../lib/api.ts'
import { useFormat } from '../../../lib/format.ts'
import { useKeys } from '../../../lib/keys.ts'
import { useShell } from '../../../lib/shell.ts'
import { useOutcomeTitle } from '../embed/outcome-title.ts'
import { pigmentOf } from '../embed/pigments.ts'
import { useVocabularyNames } from '../embed/vocabulary-names.ts'
import { useLogPage } from './log-page.ts'
import classes from './log-sent.module.css'
import { SimilarOutcomes } from './similar-outcomes.tsx'

type LogSentProps = { readonly isUndoing: boolean; readonly onUndo: () => void }

/** Said once it is sent: the engraving of what was told, who reviews it and when, and the way back. */
export function LogSent({ isUndoing, onUndo }: LogSentProps) {
  const t = useTranslations('outcomesLog.sent')
  const names = useVocabularyNames()
  const titleOf = useOutcomeTitle()
  const { organization } = useShell()
  const { form, vocabulary } = useLogPage()
  const type = vocabulary.types.find(({ id }) => id === form.typeId) ?? null
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const takeBack = useEffectEvent(onUndo)
  useKeys(useMemo(() => [{ keys: 'u', label: t('undo'), run: () => takeBack() }], [t]))
  const bands = form.people.filter(({ weight }) => weight > 0).map(({ weight, role }) => ({ share: weight, role }))
  return (
    <div className={classes.sent}>
      <h1 ref={heading} tabIndex={-1}>
        {t('title')}
      </h1>
      <p className={classes.who}>
        <Reviewers id={form.id} />
      </p>
      <div className={classes.plate}>
        <Plate id={form.id} bands={bands} pigment={pigmentOf(type)} fill />
      </div>
      {type && <KindMark pigment={pigmentOf(type)}>{names.type(type)}</KindMark>}
      <p className={classes.title}>{titleOf({ title: form.title, subject: form.subject, type })}</p>
      <div className={classes.similar}>
        <SimilarOutcomes />
      </div>
      <div className={classes.ways}>
        <PlainLink to="/$organization/outcomes/$id" params={{ organization, id: form.id }} tall stretch="phone">
          {t('read')}
        </PlainLink>
        <QuietLink to="/$organization/outcomes/new" params={{ organization }} tall stretch="phone">
          {t('another')}
        </QuietLink>
        <QuietAction tall stretch="phone" loading={isUndoing} onClick={onUndo}>
          {t('undo')}
        </QuietAction>
      </div>
    </div>
  )
}

function Reviewers({ id }: { readonly id: string }) {
  const t = useTranslations('outcomesLog.sent')
  const f = useFormat()
  const { settings } = useShell()
  const { data } = useQuery(trpc.outcomes.get.queryOptions({ id }))
  const count = settings.promiseDays
  const namesOf = (people: readonly { readonly name: string }[] = []) =>
    f.list(
      people.slice(0, 3).map(({ name }) => name),
      'or',
    )
  const names = namesOf(data?.waitsFor?.deciders)
  const asked = namesOf(data?.waitsFor?.ask)
  const text = names ? t('text', { names, count }) : asked ? t('ask', { names: asked }) : t('textNobody', { count })
  return `${text} ${t('story')}`
}
