import { contributorRoles } from '@oeuvre/domain/credits/schema'
import { IconAction } from '@oeuvre/ui/actions/icon-action.tsx'
import { TextButton } from '@oeuvre/ui/actions/text-link.tsx'
import { ShareEditor } from '@oeuvre/ui/shares/share-editor.tsx'
import { ShareRows } from '@oeuvre/ui/shares/share-rows.tsx'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useFormat } from '../../../lib/format.ts'
import type { PersonOnForm } from '../model/log-form.ts'
import { isEqual, percentsOf, withoutPerson, withPercent, withPercents, withPerson, withRole } from '../model/shares.ts'
import classes from './log.module.css'
import { PersonPicker } from './person-picker.tsx'

type SplitEditorProps = {
  readonly people: readonly PersonOnForm[]
  readonly onChange: (people: readonly PersonOnForm[]) => void
  /** Day of the result: who was there. */
  readonly on: string | null
}

const choices = [...contributorRoles, 'thanked'] as const

/** A split as somebody sees it: the bar that always adds up, roles, shares, and whoever is missing. */
export function SplitEditor({ people, onChange, on }: SplitEditorProps) {
  const t = useTranslations('outcomesLog.who')
  const answers = useTranslations('answers')
  const f = useFormat()
  const split = { people, weightsAre: 'parts' as const }
  const percents = percentsOf(split)
  const percent = (value: number) => f.percent(value * 100)
  const credited = people.filter((person) => person.weight > 0).length
  const display = (at: number) => (isEqual(split) && credited > 1 ? `1/${credited}` : percent(percents[at] ?? 0))
  return (
    <div>
      {credited > 1 && (
        <ShareEditor
          label={t('shares')}
          shares={people.map(({ personId, name, role, weight }) => ({ key: personId, name, role, weight }))}
          onChange={(next) => onChange(withPercents(split, next).people)}
          edgeLabel={(left, right) => t('edge', { left, right })}
          edgeText={(left, leftShare, right, rightShare) =>
            t('edgeText', { left, leftShare: percent(leftShare), right, rightShare: percent(rightShare) })
          }
        />
      )}
      <ShareRows
        label={t('people')}
        rows={people.map((person, at) => ({
          key: person.personId,
          role: person.role,
          name: person.name,
          roleField: (
            <Role person={person} isOnly={people.length === 1} onRole={(role) => onChange(withRole(split, person.personId, role).people)} />
          ),
          percent: {
            percent: percents[at] ?? 0,
            display: person.weight > 0 ? display(at) : '—',
            label: t('shareOf', { name: person.name }),
            onChange: (value) => onChange(withPercent(split, person.personId, value).people),
            disabled: people.length === 1,
          },
          remove: people.length > 1 && (
            <IconAction
              icon="close"
              label={answers('remove', { name: person.name })}
              onClick={() => onChange(withoutPerson(split, person.personId).people)}
            />
          ),
        }))}
        add={<Missing people={people} on={on} onAdd={(person) => onChange(withPerson(split, person).people)} />}
        total={people.length > 1 ? percent(100) : null}
      />
    </div>
  )
}

type RoleProps = {
  readonly person: PersonOnForm
  readonly isOnly: boolean
  readonly onRole: (role: (typeof choices)[number]) => void
}

function Role({ person, isOnly, onRole }: RoleProps) {
  const answers = useTranslations('answers')
  const words = useTranslations('outcomes')
  return (
    <select
      className={classes.role}
      aria-label={answers('roleOf', { name: person.name })}
      value={person.weight > 0 ? person.role : 'thanked'}
      disabled={isOnly}
      onChange={(event) => {
        const role = choices.find((choice) => choice === event.currentTarget.value)
        if (role) onRole(role)
      }}
    >
      {choices.map((choice) => (
        <option key={choice} value={choice}>
          {choice === 'thanked' ? words('thanked') : words(`roles.${choice}`)}
        </option>
      ))}
    </select>
  )
}

type MissingProps = Pick<SplitEditorProps, 'people' | 'on'> & { readonly onAdd: (person: { id: string; name: string }) => void }

function Missing({ people, on, onAdd }: MissingProps) {
  const t = useTranslations('outcomesLog.who')
  const [isAdding, setAdding] = useState(false)
  if (!isAdding)
    return (
      <TextButton className={classes.inlineAction} onClick={() => setAdding(true)}>
        {t('add')}
      </TextButton>
    )
  return (
    <PersonPicker
      label={t('search')}
      on={on}
      without={people.map((person) => person.personId)}
      onPick={(person) => {
        onAdd(person)
        setAdding(false)
      }}
      onClose={() => setAdding(false)}
    />
  )
}
