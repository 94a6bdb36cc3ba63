import type { LinkView } from '@oeuvre/domain/links/schema'
import { FilterBar } from '@oeuvre/ui/actions/filter-bar.tsx'
import { QuietAction } from '@oeuvre/ui/actions/quiet-action.tsx'
import { Notice } from '@oeuvre/ui/feedback/notice.tsx'
import { DefinitionList } from '@oeuvre/ui/layout/facts.tsx'
import { PageHead } from '@oeuvre/ui/layout/page-head.tsx'
import { SideHead } from '@oeuvre/ui/layout/side-head.tsx'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { QuietLink, ScreenLink } from '../../../components/screen-links.tsx'
import { trpc } from '../../../lib/api.ts'
import { useFormat } from '../../../lib/format.ts'
import { usePageTitle } from '../../../lib/page-title.ts'
import { useShell } from '../../../lib/shell.ts'
import { DestinationPart } from '../components/destination-part.tsx'
import classes from '../components/links.module.css'
import { ShareLink } from '../components/share-link.tsx'
import { VisitsPart } from '../components/visits-part.tsx'
import { useLinkChanges } from '../model/use-link-changes.ts'
import { useLinkWords } from '../model/use-link-words.ts'

/** One link: its visits, what goes with sharing it, and where it leads. */
export function Link({ id }: { readonly id: string }) {
  const t = useTranslations('links')
  const { organization } = useShell()
  const { titleOf } = useLinkWords()
  const { data: link } = useSuspenseQuery(trpc.links.get.queryOptions({ id }))
  const { data: page } = useSuspenseQuery(trpc.links.list.queryOptions({}))
  const { withdraw, restore, check, isPending, isChecking } = useLinkChanges(link)
  const title = titleOf(link)
  usePageTitle(title)
  const isWithdrawn = link.state === 'withdrawn'
  return (
    <>
      <FilterBar
        end={
          <>
            <QuietLink to="/$organization/outcomes/new" params={{ organization }} state={{ said: link.address }}>
              {t('detail.log')}
            </QuietLink>
            {page.canCheck && link.state === 'working' && (
              <QuietAction onClick={check} loading={isChecking}>
                {t('detail.check')}
              </QuietAction>
            )}
            <QuietAction onClick={isWithdrawn ? restore : withdraw} loading={isPending}>
              {t(isWithdrawn ? 'detail.restore' : 'detail.withdraw')}
            </QuietAction>
          </>
        }
      >
        <ScreenLink to="/$organization/links" params={{ organization }} look="quiet">
          {t('own.more')}
        </ScreenLink>
      </FilterBar>
      <PageHead size="title" title={title} />
      <Warning link={link} />
      <div className={classes.facts}>
        <LinkFacts link={link} />
      </div>
      <SideHead title={t('visits.title')} note={t('visits.note')}>
        <VisitsPart link={link} />
      </SideHead>
      {(link.state === 'working' || link.state === 'blocked') && page.domains.length > 0 && (
        <SideHead title={t('change.title')} note={t('change.note')}>
          <DestinationPart key={link.id} link={link} page={page} />
        </SideHead>
      )}
      {link.state === 'working' && (
        <SideHead title={t('share.title')}>
          <ShareLink link={link} />
        </SideHead>
      )}
    </>
  )
}

/** Why it leads nowhere, or to a page that does not answer. */
function Warning({ link: { state, checked } }: { readonly link: LinkView }) {
  const t = useTranslations('links')
  if (state !== 'working') return <Notice title={t(`state.${state}`)}>{t(`stateText.${state}`)}</Notice>
  const failure = checked?.failure
  if (!failure) return null
  const known = (['robots', 'time', 'host-unknown', 'redirects'] as const).find((one) => one === failure)
  const reason = failure === 'status' ? t('failure.status', { status: checked.status ?? 0 }) : t(`failure.${known ?? 'other'}`)
  return failure === 'robots' ? (
    <Notice>{reason}</Notice>
  ) : (
    <Notice tone="warn" title={t('detail.fails')}>
      {reason} {t('detail.failsText')}
    </Notice>
  )
}

function LinkFacts({ link }: { readonly link: LinkView }) {
  const t = useTranslations('links.detail')
  const f = useFormat()
  const { organization } = useShell()
  const { placeName } = useLinkWords()
  const { leadsTo, place, program, createdAt, lastDay, checked } = link
  return (
    <DefinitionList
      termWidth={128}
      facts={[
        { key: 'leadsTo', label: t('leadsTo'), value: <span className={classes.leadsTo}>{leadsTo}</span> },
        { key: 'place', label: t('place'), value: placeName(place) },
        ...(program
          ? [
              {
                key: 'program',
                label: t('program'),
                value: (
                  <ScreenLink to="/$organization/programs/$id" params={{ organization, id: program.id }}>
                    {program.title}
                  </ScreenLink>
                ),
              },
            ]
          : []),
        { key: 'made', label: t('made'), value: f.instantDay(createdAt) },
        { key: 'lastDay', label: t('lastDay'), value: lastDay === null ? t('noLastDay') : f.day(lastDay) },
        ...(checked && !checked.failure
          ? [{ key: 'checked', label: t('check'), value: `${t('works')} ${t('checked', { when: f.instantDay(checked.at) })}` }]
          : []),
      ]}
    />
  )
}
