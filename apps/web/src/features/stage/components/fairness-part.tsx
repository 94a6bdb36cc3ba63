import type { Fairness } from '@oeuvre/domain/stage/fairness/schema'
import { LineSkeleton, Loading } from '@oeuvre/ui/feedback/skeletons.tsx'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { ScreenLink } from '../../../components/screen-links.tsx'
import { trpc } from '../../../lib/api.ts'
import { useFormat } from '../../../lib/format.ts'
import { useShell } from '../../../lib/shell.ts'
import { useVocabularyNames } from '../../outcomes/embed/vocabulary-names.ts'
import styles from './fairness-part.module.css'

type Row = { readonly key: string; readonly name: string; readonly results: number | null; readonly onStage: number | null }

/** Beside the choice, for choosers alone: who has been on stage, beside what was brought, and who helped without ever being seen. */
export function FairnessPart() {
  const t = useTranslations('stage.fairness')
  const common = useTranslations('words')
  const { data } = useQuery(trpc.stage.fairness.queryOptions(undefined, { staleTime: 60_000 }))
  if (!data)
    return (
      <Loading label={common('loading')}>
        <LineSkeleton lines={8} />
      </Loading>
    )
  return (
    <div className={styles.part}>
      <h2>{t('title')}</h2>
      <p className={styles.note}>{t('note')}</p>
      <Helpers helpers={data.helpers} />
      <Groups data={data} />
      <p className={styles.note}>{t('small', { count: data.smallestGroup })}</p>
    </div>
  )
}

function Groups({ data }: { readonly data: Fairness }) {
  const t = useTranslations('stage.fairness')
  const roles = useTranslations('outcomes.roles')
  const names = useVocabularyNames()
  const f = useFormat()
  const groups: readonly { readonly key: 'teams' | 'sites' | 'trades' | 'roles'; readonly rows: readonly Row[] }[] = [
    { key: 'teams', rows: data.teams.map((one) => ({ ...one, key: one.id })) },
    { key: 'sites', rows: data.sites.map((one) => ({ ...one, key: one.name })) },
    {
      key: 'trades',
      rows: data.trades
        .map(({ id, results, onStage, ...one }) => ({ key: id, name: names.skill(one), results, onStage }))
        .toSorted((a, b) => f.compare(a.name, b.name)),
    },
    { key: 'roles', rows: data.roles.map(({ role, ...one }) => ({ ...one, key: role, name: roles(role) })) },
  ]
  return groups.map(({ key, rows }) => (rows.length === 0 ? null : <Group key={key} title={t(key)} rows={rows} all={data.all} />))
}

function Group({ title, rows, all }: { readonly title: string; readonly rows: readonly Row[]; readonly all: Fairness['all'] }) {
  const t = useTranslations('stage.fairness')
  const f = useFormat()
  const cell = (count: number | null, of: number) =>
    count === null ? '—' : `${f.number(count)} · ${f.percent(of === 0 ? 0 : Math.round((count * 10_000) / of))}`
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{title}</th>
          <th scope="col">{t('results')}</th>
          <th scope="col">{t('onStage')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, results, onStage }) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            <td>{cell(results, all.results)}</td>
            <td>{cell(onStage, all.onStage)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** A proposal, by name and without a figure. */
function Helpers({ helpers }: Pick<Fairness, 'helpers'>) {
  const t = useTranslations('stage.fairness')
  const { organization } = useShell()
  if (helpers.length === 0) return null
  return (
    <div className={styles.helpers}>
      <p>{t('helpers')}</p>
      <ul>
        {helpers.map(({ id, name }) => (
          <li key={id}>
            <ScreenLink to="/$organization/outcomes" params={{ organization }} search={{ person: id, state: 'verified' }}>
              {name}
            </ScreenLink>
          </li>
        ))}
      </ul>
    </div>
  )
}
