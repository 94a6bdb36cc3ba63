import { PlainAction } from '@oeuvre/ui/actions/plain-action.tsx'
import { Notice } from '@oeuvre/ui/feedback/notice.tsx'
import { ShareBar } from '@oeuvre/ui/shares/share-bar.tsx'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useFormat } from '../../../lib/format.ts'
import type { DraftKeeper } from '../model/draft-keeper.ts'
import type { Answer } from '../model/form-fields.ts'
import type { Clash } from '../model/keeping.ts'
import type { LogForm } from '../model/log-form.ts'
import { percentsOf } from '../model/shares.ts'
import classes from './log.module.css'
import { useLogPage } from './log-page.ts'
import { useAnswerText } from './use-answer-text.ts'

type KeeperProps = { readonly keeper: DraftKeeper }

/** What somebody else, or another tab, did to the same outcome meanwhile. */
export function ChangedElsewhere({ keeper }: KeeperProps) {
  const { keeping } = useLogPage()
  if (keeping.phase === 'gone') return <RemovedElsewhere keeper={keeper} />
  if (keeping.clash) return <BothSides key={keeping.clash.theirs.version} clash={keeping.clash} keeper={keeper} />
  return keeping.note && <TakenOver note={keeping.note} keeper={keeper} />
}

function useWho(): (clash: Clash) => 'own' | 'somebody' | { readonly name: string } {
  const { reader } = useLogPage()
  return ({ by, byId }) => (byId === reader.id ? 'own' : by === null ? 'somebody' : { name: by })
}

function TakenOver({ note, keeper }: KeeperProps & { readonly note: Clash }) {
  const t = useTranslations('outcomesLog.clash')
  const states = useTranslations('outcomes.states')
  const f = useFormat()
  const who = useWho()(note)
  const { mode } = useLogPage()
  const what = f.list(note.taken.map((answer) => t(`answers.${answer}`)))
  const taken = who === 'own' ? t('noteOwn', { what }) : who === 'somebody' ? t('noteSomebody', { what }) : t('note', { ...who, what })
  const { state } = note.theirs
  const moved = mode === 'draft' ? '' : state === 'submitted' ? t('nowSubmitted') : t('nowState', { state: states(state) })
  return (
    <div className={classes.notice}>
      <Notice tone="warn" live actions={<PlainAction onClick={() => keeper.dismissNote()}>{t('understood')}</PlainAction>}>
        {[note.taken.length > 0 ? taken : '', moved].filter(Boolean).join(' ')}
      </Notice>
    </div>
  )
}

function RemovedElsewhere({ keeper }: KeeperProps) {
  const t = useTranslations('outcomesLog.gone')
  return (
    <div className={classes.notice}>
      <Notice tone="warn" live actions={<PlainAction onClick={() => keeper.recreate()}>{t('keep')}</PlainAction>}>
        {t('text')}
      </Notice>
    </div>
  )
}

/** Both, side by side, answer by answer. What stands here is what was typed here, until somebody chooses otherwise. */
function BothSides({ clash, keeper }: KeeperProps & { readonly clash: Clash }) {
  const t = useTranslations('outcomesLog.clash')
  const who = useWho()(clash)
  const { form } = useLogPage()
  const textOf = useAnswerText()
  const [theirs, setTheirs] = useState<readonly Answer[]>([])
  const title = who === 'own' ? t('titleOwn') : who === 'somebody' ? t('titleSomebody') : t('title', who)
  const there = who === 'own' || who === 'somebody' ? t('there') : who.name
  return (
    <div className={classes.notice}>
      <Notice tone="warn" title={title} live>
        {clash.clashes.map((answer) => (
          <fieldset key={answer} className={classes.both}>
            <legend>{t(`answers.${answer}`)}</legend>
            {(['here', 'there'] as const).map((side) => (
              <label key={side}>
                <input
                  type="radio"
                  name={`both-${answer}`}
                  checked={theirs.includes(answer) === (side === 'there')}
                  onChange={() => setTheirs(side === 'there' ? [...theirs, answer] : theirs.filter((one) => one !== answer))}
                />
                <b>{side === 'here' ? t('here') : there}</b>
                <span>
                  {answer === 'people' && <Split form={side === 'here' ? form : clash.theirs.form} />}
                  {textOf(side === 'here' ? form : clash.theirs.form, answer) || t('nothing')}
                </span>
              </label>
            ))}
          </fieldset>
        ))}
        <PlainAction onClick={() => keeper.resolve(theirs)}>{t('choose')}</PlainAction>
      </Notice>
    </div>
  )
}

/** The same bar as everywhere; the words beside it say who. */
function Split({ form }: { readonly form: LogForm }) {
  const percents = percentsOf(form)
  return <ShareBar height={8} bands={form.people.map(({ personId, role }, at) => ({ key: personId, role, share: percents[at] ?? 0 }))} />
}
