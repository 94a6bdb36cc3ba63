import type { ProgramPage } from '@oeuvre/domain/programs/schema'
import { Facts } from '@oeuvre/ui/layout/facts.tsx'
import { Kicker, PageHead } from '@oeuvre/ui/layout/page-head.tsx'
import { useTranslations } from 'use-intl'
import { PlainLink, ScreenLink } from '../../../components/screen-links.tsx'
import { useFormat } from '../../../lib/format.ts'
import { useShell } from '../../../lib/shell.ts'
import { ArchiveAction } from '../components/archive-action.tsx'
import styles from './program-head.module.css'

/** What may be done with it. */
export function ProgramActions({ program }: Pick<ProgramPage, 'program'>) {
  const t = useTranslations('programs')
  const { organization } = useShell()
  if (!program.can.edit) return null
  return (
    <>
      <PlainLink to="/$organization/programs/$id/edit" params={{ organization, id: program.id }}>
        {t('edit')}
      </PlainLink>
      <ArchiveAction program={program} />
    </>
  )
}

type HeadProps = {
  readonly page: ProgramPage
  /** What its channels are called. */
  readonly channels: readonly string[]
}

/** What it is and why, and who answers for it. */
export function ProgramHead({ page, channels }: HeadProps) {
  const t = useTranslations('programs')
  const f = useFormat()
  const { program, currency, digits, smallestGroup } = page
  const { objective, participants, budgetMinor, hours, waves } = program
  const budget = [
    ...(budgetMinor === null ? [] : [f.money({ minor: budgetMinor, currency, digits })]),
    ...(hours === null ? [] : [t('hours', { count: f.number(hours), plural: hours })]),
  ]
  return (
    <>
      <PageHead
        size="title"
        title={program.title}
        above={
          <Kicker>
            <span>{t(`forms.${program.form}`)}</span>
          </Kicker>
        }
        intro={program.why && <p className={styles.why}>{program.why}</p>}
      />
      <div className={styles.facts}>
        <Facts
          facts={[
            { key: 'why', label: t('serves'), value: <Objective objective={objective} /> },
            { key: 'period', label: t('period'), value: f.dayRange(program.from, program.to) },
            { key: 'channels', label: t('channels'), value: channels.length > 0 ? f.list(channels) : t('anyChannel') },
            {
              key: 'participants',
              label: t('participants'),
              value: participants === null ? t('few', { count: smallestGroup }) : f.number(participants),
            },
            { key: 'owner', label: t('owner'), value: <Person {...program.owner} /> },
            ...(program.coaches.length > 0
              ? [
                  {
                    key: 'coaches',
                    label: t('coaches'),
                    value: (
                      <span className={styles.people}>
                        {program.coaches.map((coach) => (
                          <Person key={coach.id} {...coach} />
                        ))}
                      </span>
                    ),
                  },
                ]
              : []),
            ...(waves > 1 ? [{ key: 'waves', label: t('waves'), value: f.number(waves) }] : []),
            ...(program.isBudgetShown
              ? [{ key: 'budget', label: t('budget'), value: budget.length > 0 ? budget.join(' · ') : t('noBudget') }]
              : []),
          ]}
        />
      </div>
    </>
  )
}

function Objective({ objective }: Pick<ProgramPage['program'], 'objective'>) {
  const t = useTranslations('programs')
  const { organization } = useShell()
  if (objective === null) return t('noObjective')
  if (objective.title === null) return t('objectiveWithheld')
  return (
    <ScreenLink look="plain" to="/$organization/objectives/$id" params={{ organization, id: objective.id }}>
      {objective.title}
    </ScreenLink>
  )
}

function Person({ id, name }: { readonly id: string; readonly name: string }) {
  const { organization } = useShell()
  return (
    <ScreenLink look="plain" to="/$organization/people/$id" params={{ organization, id }}>
      {name}
    </ScreenLink>
  )
}
