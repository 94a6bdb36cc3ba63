import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { QuietLink } from '../../../components/screen-links.tsx'
import { trpc } from '../../../lib/api.ts'
import { useKeys } from '../../../lib/keys.ts'
import { useShell } from '../../../lib/shell.ts'

/** Beside a result: the way to its story, or to putting it on stage (key `s`). */
export function StageAction({ outcomeId }: { readonly outcomeId: string }) {
  const t = useTranslations('stage.act')
  const { organization } = useShell()
  const { data } = useQuery(trpc.stage.ofOutcome.queryOptions({ outcomeId }))
  if (data?.story)
    return (
      <QuietLink to="/$organization/stage/$id" params={{ organization, id: data.story.id }}>
        {t(data.story.place === 'front' || data.story.place === 'archive' ? 'open' : 'openWaiting')}
      </QuietLink>
    )
  if (!data?.canChoose) return null
  return (
    <>
      <ChooseKey outcomeId={outcomeId} />
      <QuietLink to="/$organization/stage/choose/$id" params={{ organization, id: outcomeId }} keys={['S']}>
        {t('choose')}
      </QuietLink>
    </>
  )
}

function ChooseKey({ outcomeId }: { readonly outcomeId: string }) {
  const t = useTranslations('stage.act')
  const { organization } = useShell()
  const navigate = useNavigate()
  useKeys(
    useMemo(() => {
      const run = () => void navigate({ to: '/$organization/stage/choose/$id', params: { organization, id: outcomeId } })
      return [{ keys: 's', label: t('choose'), run }]
    }, [navigate, organization, outcomeId, t]),
  )
  return null
}
