import { MainAction } from '@oeuvre/ui/actions/main-action.tsx'
import { MoreButton } from '@oeuvre/ui/actions/more-button.tsx'
import { PlainAction } from '@oeuvre/ui/actions/plain-action.tsx'
import { Part } from '@oeuvre/ui/layout/side-head.tsx'
import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { trpc } from '../../../lib/api.ts'
import styles from '../components/kudos.module.css'
import { KudosLine } from '../components/kudos-line.tsx'
import { ThankForm, wordsId } from '../components/thank-form.tsx'

export function storyThanksQuery(outcomeId: string) {
  return trpc.kudos.list.infiniteQueryOptions(
    { outcomeId },
    { getNextPageParam: ({ hasOlder, kudos }) => (hasOlder ? kudos[0]?.id : undefined) },
  )
}

function useStoryThanks(outcomeId: string) {
  const { data, fetchNextPage, isFetchingNextPage, hasNextPage } = useSuspenseInfiniteQuery(storyThanksQuery(outcomeId))
  return {
    kudos: data.pages.toReversed().flatMap((page) => page.kudos),
    mayThank: data.pages[0]?.mayThank ?? [],
    older: hasNextPage ? () => void fetchNextPage() : null,
    isLoadingOlder: isFetchingNextPage,
  }
}

/** Thanks to the people of a story, and a sentence to add. Nothing where none were said and this reader has nobody to thank. */
export function StoryThanks({ outcomeId, named }: { readonly outcomeId: string; readonly named: number }) {
  const t = useTranslations('recognition')
  const { kudos, mayThank, older, isLoadingOlder } = useStoryThanks(outcomeId)
  if (kudos.length === 0 && mayThank.length === 0) return null
  return (
    <div id="thanks">
      <Part title={t('thanks')} ruled>
        {older && (
          <MoreButton onClick={older} loading={isLoadingOlder}>
            {t('older')}
          </MoreButton>
        )}
        {kudos.length > 0 && (
          <ol className={styles.list}>
            {kudos.map((one) => (
              <KudosLine key={one.id} kudos={one} isToAll={one.people.length >= named} />
            ))}
          </ol>
        )}
        {mayThank.length > 0 && <ThankForm key={mayThank.map((one) => one.id).join()} outcomeId={outcomeId} people={mayThank} />}
      </Part>
    </div>
  )
}

/** Leads to the field; `isMain` where nothing else on the page is. */
export function ThankAction({ outcomeId, isMain }: { readonly outcomeId: string; readonly isMain: boolean }) {
  const t = useTranslations('recognition')
  if (useStoryThanks(outcomeId).mayThank.length === 0) return null
  const Action = isMain ? MainAction : PlainAction
  return <Action onClick={() => document.getElementById(wordsId)?.focus()}>{t('thank')}</Action>
}
