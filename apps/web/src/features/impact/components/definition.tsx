import type { ImpactPage } from '@oeuvre/domain/impact/schema'
import { TextButton } from '@oeuvre/ui/actions/text-link.tsx'
import { lazy, Suspense, useState } from 'react'
import { useTranslations } from 'use-intl'
import { loadWords } from '../../../lib/language.ts'
import type { DefinitionKey } from '../model/definitions.ts'

const Panel = lazy(async () => {
  await loadWords(['impactDefinitions'])
  const { DefinitionPanel: default_ } = await import('./definition-panel.tsx')
  return { default: default_ }
})

/** What a figure counts and what it does not, one click away. */
export function Definition({ of, title, page }: { of: readonly DefinitionKey[]; title: string; page: ImpactPage }) {
  const t = useTranslations('impact')
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <TextButton look="quiet" aria-haspopup="dialog" aria-label={t('definitionOf', { title })} onClick={() => setOpen(true)}>
        {t('definition')}
      </TextButton>
      {isOpen && (
        <Suspense>
          <Panel of={of} title={title} page={page} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
