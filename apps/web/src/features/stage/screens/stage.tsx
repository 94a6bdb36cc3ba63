import { type FrontOutput, isListed, type StageFilter } from '@oeuvre/domain/stage/schema'
import { EmptyState } from '@oeuvre/ui/feedback/empty-state.tsx'
import { Masthead } from '@oeuvre/ui/layout/page-head.tsx'
import { Plate } from '@oeuvre/ui/plate/plate.tsx'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { MainLink, ScreenLink } from '../../../components/screen-links.tsx'
import { trpc } from '../../../lib/api.ts'
import { useFormat } from '../../../lib/format.ts'
import { usePageTitle } from '../../../lib/page-title.ts'
import { useShell } from '../../../lib/shell.ts'
import { Archive } from '../components/archive.tsx'
import { Front } from '../components/front.tsx'
import { AskedPart, ChosenPart } from '../components/waiting-parts.tsx'
import styles from './stage.module.css'

type StageProps = { readonly filter: StageFilter; readonly onFilter: (next: StageFilter) => void }

/** What came of it, to be read over coffee; with a filter in the address, a list of all that may be read. */
export function Stage({ filter, onFilter }: StageProps) {
  return isListed(filter) ? <Archive filter={filter} onFilter={onFilter} /> : <FrontPage />
}

function FrontPage() {
  const t = useTranslations('stage')
  const f = useFormat()
  const { data: front } = useSuspenseQuery(trpc.stage.front.queryOptions())
  usePageTitle(t('title'))
  const names = f.list(front.chosenBy.map(({ name }) => name))
  const day = f.day(front.today)
  return (
    <>
      <Masthead title={t('title')} note={front.stories.length > 0 ? t('chosenBy', { day, names }) : day} />
      <AskedPart asked={front.asked} />
      <ChosenPart chosen={front.chosen} />
      {front.stories.length > 0 ? <Front stories={front.stories} toAll={<Ways />} /> : <NothingYet front={front} />}
    </>
  )
}

function Ways() {
  const t = useTranslations('stage')
  const { organization } = useShell()
  return (
    <span className={styles.ways} data-print="hide">
      <ScreenLink to="/$organization/stage/lobby" params={{ organization }} look="more">
        {t('lobby')}
      </ScreenLink>
      <ToAll />
    </span>
  )
}

function ToAll() {
  const t = useTranslations('stage')
  const { organization } = useShell()
  return (
    <ScreenLink to="/$organization/stage" params={{ organization }} search={{ all: '1' }} look="more">
      {t('all')}
    </ScreenLink>
  )
}

const blank = [
  { share: 5, role: 'lead' },
  { share: 3, role: 'support' },
  { share: 2, role: 'coach' },
] as const

function NothingYet({ front }: { readonly front: FrontOutput }) {
  const t = useTranslations('stage.empty')
  const { organization } = useShell()
  const plate = <Plate id="blank" bands={blank} pigment="other" shape="small" motif="blank" />
  if (front.hasMore)
    return (
      <EmptyState plate={plate} title={t('quietTitle')} actions={<ToAll />}>
        {t('quietText')}
      </EmptyState>
    )
  const toResults = front.can.choose && (
    <MainLink to="/$organization/outcomes" params={{ organization }} search={{ state: 'verified' }}>
      {t('results')}
    </MainLink>
  )
  return (
    <EmptyState plate={plate} title={t('title')} actions={toResults}>
      {t(front.can.choose ? 'textChooser' : 'text')}
    </EmptyState>
  )
}
