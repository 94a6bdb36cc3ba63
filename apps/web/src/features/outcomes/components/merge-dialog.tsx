import { Modal, Textarea } from '@mantine/core'
import { compareClaims, unite } from '@oeuvre/domain/outcomes/merge/rules'
import type { OutcomeSummary } from '@oeuvre/domain/outcomes/schema'
import { textLimits } from '@oeuvre/domain/text/storable'
import { PlainAction } from '@oeuvre/ui/actions/plain-action.tsx'
import { QuietAction } from '@oeuvre/ui/actions/quiet-action.tsx'
import { ShareEditor } from '@oeuvre/ui/shares/share-editor.tsx'
import { ShareRows } from '@oeuvre/ui/shares/share-rows.tsx'
import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { FormError } from '../../../components/form-error.tsx'
import { useFormat } from '../../../lib/format.ts'
import type { PersonOnForm } from '../model/log-form.ts'
import { percentsOf, withPercent, withPercents } from '../model/shares.ts'
import { useMerge } from '../model/use-merge.ts'
import { useOutcomeWords } from '../model/use-outcome-words.ts'
import { useRefusalWords } from '../model/use-refusal-words.ts'
import styles from './decision-dialog.module.css'

type MergeProps = {
  readonly one: OutcomeSummary
  readonly other: OutcomeSummary
  readonly onClose: () => void
  readonly onMerged: (intoId: string) => void
}

/** The two become one: which lives on follows from the rules, how the credit is shared is the reviewer's to set. */
export function MergeDialog(props: MergeProps) {
  const t = useTranslations('review.twins')
  return (
    <Modal opened onClose={props.onClose} title={t('share')}>
      <MergeForm {...props} />
    </Modal>
  )
}

const claimOf = (outcome: OutcomeSummary) => ({
  id: outcome.id,
  state: outcome.state,
  isImported: outcome.isImported,
  claimedAt: Date.parse(outcome.submittedAt ?? outcome.createdAt),
})
const sharesOf = ({ id, contributors }: OutcomeSummary) => ({
  id,
  contributors: contributors.map((c) => ({ personId: c.id, role: c.role, weight: c.weight })),
})

function MergeForm({ one, other, onClose, onMerged }: MergeProps) {
  const t = useTranslations('review.twins')
  const common = useTranslations('words')
  const { title } = useOutcomeWords()
  const refusal = useRefusalWords()
  const isOneFirst = compareClaims(claimOf(one), claimOf(other)) < 0
  const [into, merged] = isOneFirst ? [one, other] : [other, one]
  const names = new Map([...one.contributors, ...other.contributors].map((c) => [c.id, c.name]))
  const [people, setPeople] = useState<readonly PersonOnForm[]>(() =>
    unite(sharesOf(into), sharesOf(merged)).map((c) => ({ ...c, name: names.get(c.personId) ?? '' })),
  )
  const [words, setWords] = useState('')
  const merge = useMerge((id) => {
    onClose()
    onMerged(id)
  })
  function send(event: FormEvent) {
    event.preventDefault()
    const contributors = people.map(({ personId, role, weight }) => ({ personId, role, weight }))
    const version = ({ id, version }: OutcomeSummary) => ({ id, version })
    merge.mutate({ merged: version(merged), into: version(into), contributors, words })
  }
  return (
    <form onSubmit={send} noValidate className={styles.form}>
      <p className={styles.about}>{t('livesOn', { title: title(into) })}</p>
      <Shares people={people} onChange={setPeople} />
      <Textarea
        label={t('words')}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={textLimits.words}
      />
      <FormError>{merge.isError ? refusal(merge.error) : null}</FormError>
      <div className={styles.ends}>
        <PlainAction type="submit" loading={merge.isPending} data-autofocus>
          {t('merge')}
        </PlainAction>
        <QuietAction onClick={onClose}>{common('cancel')}</QuietAction>
      </div>
    </form>
  )
}

type SharesProps = { readonly people: readonly PersonOnForm[]; readonly onChange: (people: readonly PersonOnForm[]) => void }

/** The bar that always adds up, and a row for each. */
function Shares({ people, onChange }: SharesProps) {
  const t = useTranslations('outcomesLog.who')
  const roles = useOutcomeWords()
  const f = useFormat()
  const split = { people, weightsAre: 'basis-points' as const }
  const percents = percentsOf(split)
  const percent = (value: number) => f.percent(value * 100)
  return (
    <div>
      <ShareEditor
        label={t('shares')}
        shares={people.map(({ personId, name, role, weight }) => ({ key: personId, name, role, weight }))}
        onChange={(next) => onChange(withPercents(split, next).people)}
        edgeLabel={(left, right) => t('edge', { left, right })}
        edgeText={(left, leftShare, right, rightShare) =>
          t('edgeText', { left, leftShare: percent(leftShare), right, rightShare: percent(rightShare) })
        }
      />
      <ShareRows
        label={t('people')}
        rows={people.map((person, at) => ({
          key: person.personId,
          role: person.role,
          name: person.name,
          roleField: roles.role(person.role, person.weight === 0),
          percent: {
            percent: percents[at] ?? 0,
            display: percent(percents[at] ?? 0),
            label: t('shareOf', { name: person.name }),
            onChange: (value) => onChange(withPercent(split, person.personId, value).people),
            disabled: people.length === 1,
          },
          remove: null,
        }))}
        total={people.length > 1 ? percent(100) : null}
      />
    </div>
  )
}
