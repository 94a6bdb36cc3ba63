import { Part, SideHead } from '@oeuvre/ui/layout/side-head.tsx'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { PlainLink } from '../../../components/screen-links.tsx'
import { trpc } from '../../../lib/api.ts'
import { useShell } from '../../../lib/shell.ts'
import { type Award, AwardLine } from '../components/award-line.tsx'
import styles from '../components/awards.module.css'
import { useSeen } from '../model/use-award-changes.ts'

/** What somebody was recognised for: for themself, for those who lead them, and for whom they share it with. */
export function PersonAwards({ personId, isSelf }: { readonly personId: string; readonly isSelf: boolean }) {
  const t = useTranslations('recognition.awards')
  const { data } = useSuspenseQuery(trpc.awards.list.queryOptions({ personId }))
  useSeen(isSelf ? data.awards : [])
  if (data.awards.length === 0 && !data.can.give) return null
  return (
    <SideHead id="awards" title={t('title')} note={t(isSelf ? 'ownNote' : 'note')}>
      <List awards={data.awards} />
      {data.can.give && <Give search={{ person: personId }} isFirst={data.awards.length === 0} />}
    </SideHead>
  )
}

export function TeamAwards({ teamId }: { readonly teamId: string }) {
  const t = useTranslations('recognition.awards')
  const { data } = useSuspenseQuery(trpc.awards.list.queryOptions({ teamId }))
  if (data.awards.length === 0 && !data.can.give) return null
  return (
    <SideHead id="awards" title={t('title')} note={t('note')}>
      <List awards={data.awards} />
      {data.can.give && <Give search={{ team: teamId }} isFirst={data.awards.length === 0} />}
    </SideHead>
  )
}

export function StoryAwards({ outcomeId }: { readonly outcomeId: string }) {
  const t = useTranslations('recognition.awards')
  const { data } = useSuspenseQuery(trpc.awards.list.queryOptions({ outcomeId }))
  if (data.awards.length === 0) return null
  return (
    <Part title={t('title')} ruled>
      <List awards={data.awards} isOfStory />
    </Part>
  )
}

function List({ awards, isOfStory = false }: { readonly awards: readonly Award[]; readonly isOfStory?: boolean }) {
  if (awards.length === 0) return null
  return (
    <ul className={styles.list}>
      {awards.map((award) => (
        <AwardLine key={award.id} award={award} withRecipient={isOfStory} withResults={!isOfStory || award.results.length > 1} />
      ))}
    </ul>
  )
}

function Give({ search, isFirst }: { readonly search: Readonly<Record<string, string>>; readonly isFirst: boolean }) {
  const t = useTranslations('recognition.awards')
  const { organization } = useShell()
  return (
    <div className={isFirst ? undefined : styles.give} data-print="hide">
      <PlainLink to="/$organization/awards/new" params={{ organization }} search={search}>
        {t('give')}
      </PlainLink>
    </div>
  )
}
