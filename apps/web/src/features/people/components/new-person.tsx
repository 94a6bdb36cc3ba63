import { MainAction } from '@oeuvre/ui/actions/main-action.tsx'
import { QuietAction } from '@oeuvre/ui/actions/quiet-action.tsx'
import { useTranslations } from 'use-intl'
import { DateField } from '../../../components/date-field.tsx'
import { FormError } from '../../../components/form-error.tsx'
import { SidePanel } from '../../../components/side-panel.tsx'
import { useShell } from '../../../lib/shell.ts'
import { TeamSelect } from '../embed/team-select.tsx'
import { useCreatePerson } from '../model/use-person-form.ts'
import classes from './panel.module.css'
import { PersonFields } from './person-fields.tsx'

type NewPersonProps = { readonly teamId: string | null; readonly onCreated: (id: string) => void; readonly onClose: () => void }

export function NewPerson({ teamId, onCreated, onClose }: NewPersonProps) {
  const t = useTranslations('people.form')
  const words = useTranslations('words')
  const { today } = useShell()
  const { form, problem, isPending, submit } = useCreatePerson(teamId, onCreated)
  const team = form.values.teamId
  return (
    <SidePanel title={t('newPerson')} onClose={onClose}>
      <form noValidate onSubmit={submit}>
        <PersonFields form={form} />
        <div className={classes.team}>
          <TeamSelect
            label={t('team')}
            clearable
            value={team}
            onChange={(id) => form.setFieldValue('teamId', id)}
            error={form.errors['team.teamId']}
          />
          {team && (
            <DateField
              clearable
              label={t('teamFrom')}
              placeholder={t('teamFromPlaceholder')}
              maxDate={today}
              {...form.getInputProps('teamFrom')}
            />
          )}
        </div>
        {team && <p className={classes.quiet}>{t('teamHint')}</p>}
        <FormError>{problem}</FormError>
        <div className={classes.ends}>
          <MainAction type="submit" loading={isPending}>
            {t('create')}
          </MainAction>
          <QuietAction onClick={onClose}>{words('cancel')}</QuietAction>
        </div>
      </form>
    </SidePanel>
  )
}
