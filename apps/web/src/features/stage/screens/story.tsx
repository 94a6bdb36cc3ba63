import type { StoryPage } from '@oeuvre/domain/stage/schema'
import { FilterBar } from '@oeuvre/ui/actions/filter-bar.tsx'
import { QuietAction } from '@oeuvre/ui/actions/quiet-action.tsx'
import { Notice } from '@oeuvre/ui/feedback/notice.tsx'
import { ReadColumns } from '@oeuvre/ui/layout/columns.tsx'
import { PageHead } from '@oeuvre/ui/layout/page-head.tsx'
import { Plate } from '@oeuvre/ui/plate/plate.tsx'
import { useSuspenseQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { useNotices } from '../../../components/notices.tsx'
import { ScreenLink } from '../../../components/screen-links.tsx'
import { trpc } from '../../../lib/api.ts'
import { useFormat } from '../../../lib/format.ts'
import { usePageTitle } from '../../../lib/page-title.ts'
import { useShell } from '../../../lib/shell.ts'
import { pigmentOf } from '../../outcomes/embed/pigments.ts'
import { ConsentPart } from '../components/consent-part.tsx'
import { StoryKick } from '../components/cover.tsx'
import { FormerWords } from '../components/former-words.tsx'
import { StoryActions } from '../components/story-actions.tsx'
import { StoryPeople } from '../components/story-people.tsx'
import { StoryPicture } from '../components/story-picture.tsx'
import { StoryTelling } from '../components/story-telling.tsx'
import { bandsOf } from '../model/use-story-words.ts'
import styles from './story.module.css'

type StoryProps = {
  readonly id: string
  /** Of slices above: what to do, and what follows. */
  readonly action?: ReactNode
  readonly children?: ReactNode
}

/** One story, read whole. Before its day, and once it is down, for those alone whom it concerns. */
export function Story({ id, action, children }: StoryProps) {
  const t = useTranslations('stage')
  const { organization } = useShell()
  const { data: page } = useSuspenseQuery(trpc.stage.get.queryOptions({ id }))
  const { story } = page
  usePageTitle(story.title)
  return (
    <>
      <FilterBar
        end={
          <>
            {page.shareAddress !== null && <StoryPicture story={story} />}
            <Share page={page} />
            {action}
          </>
        }
      >
        <ScreenLink to="/$organization/stage" params={{ organization }} search={{}} look="quiet">
          {t('title')}
        </ScreenLink>
      </FilterBar>
      <ReadColumns aside={<StoryAside page={page} />} asideLabel={t('people')}>
        <PageHead size="title" title={story.title} above={<StoryKick story={story} />} />
        <div className={styles.standing}>
          <Standing page={page} />
        </div>
        {page.own && page.place !== 'down' && <ConsentPart id={id} answer={page.own.answer} />}
        <div className={styles.plate}>
          <Plate id={story.outcomeId} bands={bandsOf(story)} pigment={pigmentOf(story.type)} />
        </div>
        <StoryTelling story={story} reason={page.reason} by={page.chosenBy?.name ?? null} />
        {page.former && <FormerWords former={page.former} />}
        {children}
      </ReadColumns>
    </>
  )
}

/** Where it is, for whom it matters. */
function Standing({ page }: { readonly page: StoryPage }) {
  const t = useTranslations('stage')
  const f = useFormat()
  const { place, story, answers, down, isMasked } = page
  const said = {
    day: f.day(story.from),
    until: story.until ? f.day(story.until) : '',
  }
  if (down)
    return (
      <Notice title={t('places.down')}>
        {t(`down.${down.cause}`, { by: down.by?.name ?? '', day: f.instantDay(down.at) })}{' '}
        {down.reason && t('down.reason', { reason: down.reason })}
      </Notice>
    )
  const isSeen = place === 'front' || place === 'archive'
  return (
    <>
      {isSeen ? (
        <p className={styles.since}>{t(`places.${place}`, said)}</p>
      ) : (
        <Notice title={t(`places.${place}`, said)}>
          {t('preview')} {place === 'waiting' && answers && t('waitingText', { asked: answers.asked, answered: answers.answered ?? 0 })}
        </Notice>
      )}
      {isMasked && <Notice>{t('masked')}</Notice>}
    </>
  )
}

function StoryAside({ page }: { readonly page: StoryPage }) {
  const t = useTranslations('stage')
  const { organization } = useShell()
  return (
    <>
      <StoryPeople story={page.story} level={2} />
      <p className={styles.toResult}>
        <ScreenLink to="/$organization/outcomes/$id" params={{ organization, id: page.story.outcomeId }} look="more">
          {t('toResult')}
        </ScreenLink>
      </p>
      <StoryActions key={page.version} page={page} />
    </>
  )
}

function Share({ page: { shareAddress } }: { readonly page: StoryPage }) {
  const t = useTranslations('stage')
  const { settings } = useShell()
  const { done, failed } = useNotices()
  if (shareAddress === null) return null
  const copy = () =>
    navigator.clipboard.writeText(shareAddress).then(
      () => done(t('shared', { organization: settings.name })),
      () => failed(shareAddress),
    )
  return <QuietAction onClick={() => void copy()}>{t('share')}</QuietAction>
}
