import type { SetUpProgress } from '@oeuvre/domain/organizations/set-up/schema'
import { Icon } from '@oeuvre/ui/marks/icon.tsx'
import { useTranslations } from 'use-intl'
import { MainLink, PlainLink, ScreenLink } from '../../../components/screen-links.tsx'
import { useShell } from '../../../lib/shell.ts'
import { type SetUpStep, stepsOf } from '../model/set-up-steps.ts'
import classes from './set-up-list.module.css'

type SetUpListProps = {
  readonly progress: SetUpProgress
  /** The next step has the screen's main action; elsewhere it is one among others. */
  readonly hasMain?: boolean
  readonly level?: 2 | 3
}

/** The steps of a new organization, each with what is there and the way to the rest. */
export function SetUpList({ progress, hasMain = false, level = 3 }: SetUpListProps) {
  const t = useTranslations('organizations.guide')
  const Heading = level === 2 ? 'h2' : 'h3'
  const steps = stepsOf(progress)
  const next = steps.find(({ isDone }) => !isDone)?.step
  return (
    <ol className={classes.steps} aria-label={t('steps')}>
      {steps.map(({ step, isDone }) => (
        <li key={step} data-done={isDone || undefined}>
          <span className={classes.mark}>
            {isDone && <Icon name="check" />}
            <span className="visually-hidden">{t(isDone ? 'done' : 'next')}</span>
          </span>
          <div>
            <Heading>{t(isDone ? `${step}.doneTitle` : `${step}.title`)}</Heading>
            <p>
              {isDone
                ? t(`${step}.done`, {
                    people: progress.people,
                    teams: progress.teams,
                    access: progress.withAccess,
                    invited: progress.invited,
                  })
                : t(`${step}.open`)}
            </p>
          </div>
          <div className={classes.action}>
            <StepLink step={step} look={isDone ? 'quiet' : step === next && hasMain ? 'main' : 'plain'} />
          </div>
        </li>
      ))}
    </ol>
  )
}

/** To do: where it is done. Done: where it is kept up. */
const places = {
  people: { todo: { to: '/$organization/admin/imports' }, kept: { to: '/$organization/admin/people' }, section: 'people' },
  access: {
    todo: { to: '/$organization/admin/access', search: { person: 'new' } },
    kept: { to: '/$organization/admin/access' },
    section: 'access',
  },
  settings: { todo: { to: '/$organization/admin/settings' }, kept: { to: '/$organization/admin/settings' }, section: 'settings' },
  deals: { todo: { to: '/$organization/admin/imports' }, kept: { to: '/$organization/admin/imports' }, section: 'imports' },
} as const

function StepLink({ step, look }: { readonly step: SetUpStep; readonly look: 'main' | 'plain' | 'quiet' }) {
  const t = useTranslations('organizations.guide')
  const section = useTranslations('shell.admin')
  const { organization } = useShell()
  const { todo, kept, section: name } = places[step]
  const params = { organization }
  if (look === 'quiet')
    return (
      <ScreenLink {...kept} params={params}>
        {section(name)}
      </ScreenLink>
    )
  const Link = look === 'main' ? MainLink : PlainLink
  return (
    <Link {...todo} params={params}>
      {t(`${step}.action`)}
    </Link>
  )
}
