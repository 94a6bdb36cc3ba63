import { IconAction } from '@oeuvre/ui/actions/icon-action.tsx'
import { TextButton } from '@oeuvre/ui/actions/text-link.tsx'
import { ShareEditor } from '@oeuvre/ui/shares/share-editor.tsx'
import { ShareRows } from '@oeuvre/ui/shares/share-rows.tsx'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useFormat } from '../../../lib/format.ts'
import type { PersonOnForm } from '../model/log-form.ts'
import { isEqual, percentsOf, withEqualShares, withoutPerson, withPercent, withPercents, withPerson } from '../model/shares.ts'
import classes from './log.module.css'
import { useLogPage } from './log-page.ts'
import { PersonPicker } from './person-picker.tsx'
import { RoleField } from './role-field.tsx'

/** Who made it happen: the bar that always adds up, a row for each person, and the way to name another. */
export function ContributorsField() {
  const t = useTranslations('outcomesLog.who')
  const f = useFormat()
  const { form, change, reader } = useLogPage()
  const percents = percentsOf(form)
  const percent = (value: number) => f.percent(value * 100)
  const credited = form.people.filter((person) => person.weight > 0).length
  const isShared = credited > 1
  const display = (at: number) => (isEqual(form) && isShared ? `1/${credited}` : percent(percents[at] ?? 0))
  // Whoever takes no part logs for somebody, which takes a team of one's own.
  const isRemovable = (person: PersonOnForm) => form.people.length > 1 && (person.personId !== reader.id || reader.isManager)
  return (
    <>
      {isShared && (
        <ShareEditor
          label={t('shares')}
          shares={form.people.map(({ personId, name, role, weight }) => ({ key: personId, name, role, weight }))}
          onChange={(next) => change(withPercents(form, next))}
          edgeLabel={(left, right) => t('edge', { left, right })}
          edgeText={(left, leftShare, right, rightShare) =>
            t('edgeText', { left, leftShare: percent(leftShare), right, rightShare: percent(rightShare) })
          }
        />
      )}
      <div className={classes.people}>
        <ShareRows
          label={t('people')}
          rows={form.people.map((person, at) => ({
            key: person.personId,
            role: person.role,
            name: person.name,
            roleField: <RoleField person={person} />,
            percent: {
              percent: percents[at] ?? 0,
              display: person.weight > 0 ? display(at) : '—',
              label: t('shareOf', { name: person.name }),
              onChange: (value) => change(withPercent(form, person.personId, value)),
              disabled: form.people.length === 1,
            },
            remove: isRemovable(person) && (
              <IconAction
                icon="close"
                label={t('remove', { name: person.name })}
                onClick={() => change(withoutPerson(form, person.personId))}
              />
            ),
          }))}
          add={<AddPerson />}
          total={isShared ? percent(100) : null}
        />
      </div>
    </>
  )
}

function AddPerson() {
  const t = useTranslations('outcomesLog.who')
  const { form, change } = useLogPage()
  const [isAdding, setAdding] = useState(false)
  return (
    <div className={classes.addPerson}>
      {isAdding ? (
        <PersonPicker
          label={t('search')}
          on={form.occurredOn}
          without={form.people.map((person) => person.personId)}
          onPick={(person) => {
            change(withPerson(form, person))
            setAdding(false)
          }}
          onClose={() => setAdding(false)}
        />
      ) : (
        <TextButton className={classes.inlineAction} onClick={() => setAdding(true)}>
          {t('add')}
        </TextButton>
      )}
      {!isAdding && !isEqual(form) && (
        <TextButton className={classes.inlineAction} onClick={() => change(withEqualShares(form))}>
          {t('equal')}
        </TextButton>
      )}
    </div>
  )
}
