import { Checkbox, Textarea } from '@mantine/core'
import type { PersonRef } from '@oeuvre/domain/outcomes/schema'
import { textLimits } from '@oeuvre/domain/text/storable'
import { Chip, ChipGroup } from '@oeuvre/ui/actions/chip.tsx'
import { PlainAction } from '@oeuvre/ui/actions/plain-action.tsx'
import { TextButton } from '@oeuvre/ui/actions/text-link.tsx'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useWords } from '../../../lib/errors.ts'
import { failureOf } from '../../../lib/refusals.ts'
import { useGiving } from '../model/use-kudos-changes.ts'
import styles from './kudos.module.css'

type FormProps = { readonly outcomeId: string; readonly people: readonly PersonRef[] }
type Draft = { readonly id: string; readonly text: string; readonly isPrivate: boolean; readonly chosen: readonly string[] }

export const wordsId = 'thanks-words'

/** Words first; to whom, and how open, once there are some. Everybody on the story is thanked unless somebody is left out. */
export function ThankForm({ outcomeId, people }: FormProps) {
  const t = useTranslations('recognition')
  const say = useWords()
  const fresh = (): Draft => ({ id: crypto.randomUUID(), text: '', isPrivate: false, chosen: people.map((one) => one.id) })
  const [draft, setDraft] = useState(fresh)
  const give = useGiving(() => setDraft(fresh()))
  const { id, text, isPrivate, chosen } = draft
  const isReady = text.trim() !== '' && chosen.length > 0
  const [refusal] = give.isError ? failureOf(give.error).refusals : []
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (isReady && !give.isPending) give.mutate({ id, outcomeId, text, isPrivate, personIds: [...chosen] })
      }}
    >
      <Textarea
        id={wordsId}
        aria-label={t('words')}
        placeholder={t('placeholder')}
        value={text}
        maxLength={textLimits.thanks}
        autosize
        minRows={2}
        maxRows={8}
        error={refusal ? `${say(refusal)} ${t('kept')}` : null}
        onChange={(event) => setDraft({ ...draft, text: event.currentTarget.value })}
      />
      {text.trim() !== '' && (
        <>
          <ToWhom people={people} draft={draft} onChange={setDraft} />
          <div className={styles.ends}>
            <PlainAction type="submit" loading={give.isPending} disabled={!isReady}>
              {t('send')}
            </PlainAction>
            <TextButton look="quiet" onClick={() => setDraft(fresh())}>
              {t('discard')}
            </TextButton>
          </div>
        </>
      )}
    </form>
  )
}

type ToWhomProps = { readonly people: FormProps['people']; readonly draft: Draft; readonly onChange: (draft: Draft) => void }

/** What is said in private is said to one person. */
function ToWhom({ people, draft, onChange }: ToWhomProps) {
  const t = useTranslations('recognition')
  const { chosen, isPrivate } = draft
  const toggle = (id: string, isOn: boolean) => {
    const kept = chosen.filter((one) => one !== id)
    onChange({ ...draft, chosen: isPrivate ? [id] : isOn ? [...kept, id] : kept })
  }
  return (
    <div className={styles.to}>
      {people.length > 1 && (
        <ChipGroup label={t('toWhom')}>
          {people.map(({ id, name }) => (
            <Chip key={id} pressed={chosen.includes(id)} onToggle={(isOn) => toggle(id, isOn)}>
              {name}
            </Chip>
          ))}
        </ChipGroup>
      )}
      <Checkbox
        label={t('asPrivate')}
        description={t(isPrivate ? 'asPrivateHint' : 'openHint')}
        checked={isPrivate}
        onChange={(event) =>
          onChange({ ...draft, isPrivate: event.currentTarget.checked, chosen: event.currentTarget.checked ? chosen.slice(0, 1) : chosen })
        }
      />
    </div>
  )
}
