import type { KudosItem } from '@oeuvre/domain/recognition/kudos/schema'
import { useTranslations } from 'use-intl'
import { ScreenLink } from '../../../components/screen-links.tsx'
import { useShell } from '../../../lib/shell.ts'

/** Who said it, for which story, and what only those concerned are told. */
export function ThanksFrom({ kudos, withStory = false }: { readonly kudos: KudosItem; readonly withStory?: boolean }) {
  const t = useTranslations('recognition')
  const { organization } = useShell()
  return (
    <>
      {kudos.writer?.name ?? t('former')}
      {withStory && (
        <>
          {' · '}
          <ScreenLink look="plain" to="/$organization/outcomes/$id" params={{ organization, id: kudos.outcome.id }} hash="thanks">
            {kudos.outcome.title || t('untitled')}
          </ScreenLink>
        </>
      )}
      {kudos.isPrivate && ` · ${t('private')}`}
      {kudos.isHidden && ` · ${t('hidden')}`}
    </>
  )
}
