import type { ObjectivePage } from '@oeuvre/domain/objectives/schema'
import { Facts } from '@oeuvre/ui/layout/facts.tsx'
import { Figures } from '@oeuvre/ui/layout/figures.tsx'
import { Kicker, PageHead } from '@oeuvre/ui/layout/page-head.tsx'
import { useTranslations } from 'use-intl'
import { PlainLink, QuietLink, ScreenLink } from '../../../components/screen-links.tsx'
import { useShell } from '../../../lib/shell.ts'
import { ArchiveAction } from '../components/archive-action.tsx'
import { useObjectiveWords } from '../model/use-objective-words.ts'
import styles from './objective-head.module.css'

type HeadProps = {
  readonly page: ObjectivePage
  /** What the types are called whose results count; empty: all of them. */
  readonly types: readonly string[]
  /** Opens the results that count. */
  readonly onOpen: () => void
  readonly href: string
}

/** What may be done with it. */
export function ObjectiveActions({ objective }: Pick<ObjectivePage, 'objective'>) {
  const t = useTranslations('objectives')
  const { organization, can } = useShell()
  return (
    <>
      {objective.can.edit && (
        <>
          <PlainLink to="/$organization/objectives/$id/edit" params={{ organization, id: objective.id }}>
            {t('edit')}
          </PlainLink>
          <ArchiveAction objective={objective} />
        </>
      )}
      {can['objective.edit'] && !objective.isArchived && (
        <QuietLink to="/$organization/objectives/new" params={{ organization }} search={{ below: objective.id }}>
          {t('setBelow')}
        </QuietLink>
      )}
    </>
  )
}

/** What is wanted and why, how far it is, and who answers for it. */
export function ObjectiveHead({ page, types, onOpen, href }: HeadProps) {
  const { t, f, amount, short } = useObjectiveWords(page)
  const { organization } = useShell()
  const { objective } = page
  const { measure, progress } = objective
  const { target, reached, expected, reachedBp, expectedBp, standing, outcomes } = progress
  const ofTarget = target === null ? t('withheld') : t('ofTarget', { target: amount(measure, target), share: f.percent(reachedBp) })
  const reachedNote =
    reached !== null && measure === 'value' ? t('exactly', { amount: amount(measure, reached), rest: ofTarget }) : ofTarget
  return (
    <>
      <PageHead
        size="title"
        title={objective.title}
        above={
          <Kicker>
            {page.above.map((one) => (
              <ScreenLink key={one.id} look="plain" to="/$organization/objectives/$id" params={{ organization, id: one.id }}>
                {one.title} ›
              </ScreenLink>
            ))}
            {objective.team ? (
              <ScreenLink look="plain" to="/$organization/teams/$id" params={{ organization, id: objective.team.id }}>
                {objective.team.name}
              </ScreenLink>
            ) : (
              <span>{t('organization')}</span>
            )}
          </Kicker>
        }
        intro={objective.why && <p className={styles.why}>{objective.why}</p>}
      />
      <div className={styles.figures}>
        <Figures
          label={t('progress')}
          figures={[
            {
              key: 'reached',
              label: t('reached'),
              value: reached === null ? f.percent(reachedBp) : short(measure, reached),
              note: reachedNote,
              href,
              onOpen,
            },
            {
              key: 'pace',
              label: t('pace'),
              value: t(`standings.${standing}`),
              note: t('expected', { expected: expected === null ? f.percent(expectedBp) : short(measure, expected) }),
            },
            // Where results are counted they stand there already.
            ...(measure === 'value'
              ? [{ key: 'results', label: t('counted'), value: f.number(outcomes), note: t('countedNote'), href, onOpen }]
              : []),
          ]}
        />
      </div>
      <div className={styles.facts}>
        <Facts
          facts={[
            { key: 'period', label: t('period'), value: f.dayRange(objective.from, objective.to) },
            { key: 'measure', label: t('measure'), value: t(`measures.${measure}`) },
            { key: 'types', label: t('types'), value: types.length > 0 ? f.list(types) : t('allTypes') },
            {
              key: 'owner',
              label: t('owner'),
              value: (
                <ScreenLink look="plain" to="/$organization/people/$id" params={{ organization, id: objective.owner.id }}>
                  {objective.owner.name}
                </ScreenLink>
              ),
            },
          ]}
        />
      </div>
    </>
  )
}
