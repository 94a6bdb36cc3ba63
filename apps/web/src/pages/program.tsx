import type { CohortView } from '@oeuvre/domain/programs/views/schema'
import { FilterBar } from '@oeuvre/ui/actions/filter-bar.tsx'
import { Notice } from '@oeuvre/ui/feedback/notice.tsx'
import { SideHead } from '@oeuvre/ui/layout/side-head.tsx'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { ScreenLink } from '../components/screen-links.tsx'
import { DisclosureLine } from '../features/links/embed/disclosure-line.tsx'
import { ProgramLinks } from '../features/links/embed/program-links.tsx'
import { useVocabularyNames } from '../features/outcomes/embed/vocabulary-names.ts'
import { CheckInAnswers, OwnCheckIn } from '../features/programs/embed/check-in-part.tsx'
import { CoachingPart } from '../features/programs/embed/coaching-part.tsx'
import { OwnPart } from '../features/programs/embed/own-part.tsx'
import { PeoplePart } from '../features/programs/embed/people-part.tsx'
import { PlaybookPart } from '../features/programs/embed/playbook-part.tsx'
import { ProgramActions, ProgramHead } from '../features/programs/embed/program-head.tsx'
import { trpc } from '../lib/api.ts'
import { usePageTitle } from '../lib/page-title.ts'
import { useShell } from '../lib/shell.ts'
import { ProgramResults } from './program-results.tsx'

type ProgramProps = { readonly id: string; readonly view: CohortView; readonly onView: (change: CohortView) => void }

/** One program: why, who answers for it, taking part in it, and what came of it. */
export function Program({ id, view, onView }: ProgramProps) {
  const t = useTranslations('programs')
  const { organization } = useShell()
  const names = useVocabularyNames()
  const { data: page } = useSuspenseQuery(trpc.programs.get.queryOptions({ id }))
  const { data: vocabulary } = useSuspenseQuery(trpc.outcomes.vocabulary.queryOptions(undefined, { staleTime: 300_000 }))
  const { data: own } = useSuspenseQuery(trpc.accounts.listOwn.queryOptions())
  const { data: checkIns } = useSuspenseQuery(trpc.programs.checkIns.queryOptions({ id }))
  const { data: coaching } = useSuspenseQuery(trpc.programs.notes.queryOptions({ id }))
  const { data: playbook } = useSuspenseQuery(trpc.programs.playbook.queryOptions({ id }))
  const { program, people } = page
  usePageTitle(program.title)
  const accounts = own.accounts.flatMap((account) => {
    if (account.state !== 'registered') return []
    const label = [account.platformName ?? names.platform(account.platform), account.label].filter(Boolean).join(' · ')
    return [{ id: account.id, label, isQuiet: account.activity?.state === 'quiet' || account.activity?.state === 'abandoned' }]
  })
  return (
    <>
      <FilterBar end={<ProgramActions program={program} />}>
        <ScreenLink to="/$organization/programs" params={{ organization }} look="quiet">
          {t('title')}
        </ScreenLink>
      </FilterBar>
      <ProgramHead
        page={page}
        channels={vocabulary.channels.flatMap((channel) => (program.channelIds.includes(channel.id) ? [names.channel(channel)] : []))}
      />
      {program.isArchived && <Notice>{t('archivedNote')}</Notice>}
      <div data-print="hide">
        <SideHead title={t('part.title')} note={t('part.note')}>
          <OwnPart key={`${program.own}-${program.ownAccountIds.join()}`} program={program} accounts={accounts} />
        </SideHead>
      </div>
      {program.own === 'taking-part' && <ProgramLinks programId={id} />}
      {(playbook.pages.some(({ words }) => words !== '') || playbook.can.edit) && (
        <SideHead title={t('playbook.title')} note={t('playbook.note')}>
          <PlaybookPart id={id} playbook={playbook} disclosure={<DisclosureLine />} />
        </SideHead>
      )}
      {checkIns.own && (
        <SideHead title={t('checkIn.title')} note={t('checkIn.note')}>
          <OwnCheckIn key={checkIns.own.days} id={id} own={checkIns.own} coaches={program.coaches} />
        </SideHead>
      )}
      {coaching.threads && (
        <SideHead title={t('coaching.title')} note={t('coaching.note')}>
          <CoachingPart id={id} threads={coaching.threads} />
        </SideHead>
      )}
      {people && (
        <SideHead title={t('people.title')} note={t('people.note')}>
          <PeoplePart program={program} people={people} />
        </SideHead>
      )}
      {checkIns.answers && (
        <SideHead title={t('checkIn.answers')} note={t('checkIn.answersNote')}>
          <CheckInAnswers answers={checkIns.answers} />
        </SideHead>
      )}
      <ProgramResults id={id} page={page} view={view} onView={onView} />
    </>
  )
}
