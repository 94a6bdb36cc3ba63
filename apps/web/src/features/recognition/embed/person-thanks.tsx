import { MoreButton } from '@oeuvre/ui/actions/more-button.tsx'
import { SideHead } from '@oeuvre/ui/layout/side-head.tsx'
import { Quote } from '@oeuvre/ui/reading/quote.tsx'
import { useSuspenseInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { trpc } from '../../../lib/api.ts'
import styles from '../components/kudos.module.css'
import { KudosEnds } from '../components/kudos-line.tsx'
import { SharingChoice } from '../components/sharing-choice.tsx'
import { ThanksFrom } from '../components/thanks-from.tsx'

export function personThanksQuery(personId: string) {
  return trpc.kudos.ofPerson.infiniteQueryOptions({ personId }, { getNextPageParam: (page) => page.nextCursor ?? undefined })
}

/** What colleagues said of somebody's part in their stories: for themself, and for whom they share it with. */
export function PersonThanks({ personId, isSelf }: { readonly personId: string; readonly isSelf: boolean }) {
  const t = useTranslations('recognition')
  const common = useTranslations('words')
  const { data: sharing } = useSuspenseQuery(trpc.portfolio.sharing.queryOptions({ personId }))
  const { data, fetchNextPage, hasNextPage, isFetchingNextPage } = useSuspenseInfiniteQuery(personThanksQuery(personId))
  const kudos = data.pages.flatMap((page) => page.kudos)
  if (!sharing.isShown || (kudos.length === 0 && !isSelf)) return null
  return (
    <SideHead id="thanks" title={t('thanks')} note={t(isSelf ? 'ownNote' : 'note')}>
      {isSelf && <SharingChoice sharing={sharing} />}
      {kudos.length === 0 && <p className={styles.quiet}>{t('noneYet')}</p>}
      <div className={styles.pair}>
        {kudos.map((one) => (
          <div key={one.id}>
            <Quote by={<ThanksFrom kudos={one} withStory />}>{t('quoted', { text: one.text })}</Quote>
            {isSelf && <KudosEnds kudos={one} />}
          </div>
        ))}
      </div>
      {hasNextPage && (
        <div className={styles.more}>
          <MoreButton onClick={() => void fetchNextPage()} loading={isFetchingNextPage}>
            {common('more')}
          </MoreButton>
        </div>
      )}
    </SideHead>
  )
}
