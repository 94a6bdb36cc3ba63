import type { FigurePart } from '@oeuvre/domain/impact/files/schema'
import type { ImpactFilter, ImpactPage } from '@oeuvre/domain/impact/schema'
import { TextButton, TextLink } from '@oeuvre/ui/actions/text-link.tsx'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useNotices } from '../../../components/notices.tsx'
import { useShell } from '../../../lib/shell.ts'
import { figuresAddress } from '../embed/figures-address.ts'
import { useSource } from '../model/use-source.ts'

type TakePartProps = {
  readonly page: ImpactPage
  readonly filter: ImpactFilter
  readonly part: FigurePart
  /** As it stands above the figure. */
  readonly title: string
  /** A table has no picture. */
  readonly hasPicture?: boolean
}

/** A figure to take along: as a picture, and its numbers as CSV. Stands inside the figure that it takes. */
export function TakePart({ page, filter, part, title, hasPicture = true }: TakePartProps) {
  const t = useTranslations('reports.take')
  const { organization } = useShell()
  const { failed } = useNotices()
  const source = useSource(page)
  const [isBusy, setBusy] = useState(false)
  async function take(figure: HTMLElement | null) {
    if (!figure || isBusy) return
    setBusy(true)
    try {
      // Fetched with the first picture: nobody else needs it.
      const { takePicture, saveFile } = await import('../../../components/take-picture.ts')
      saveFile(await takePicture({ figure, title, source: source.text }), source.fileName(part, 'png'))
    } catch {
      failed(t('pngFailed'))
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      {hasPicture && (
        <TextButton
          look="quiet"
          aria-label={t('pngOf', { title })}
          aria-busy={isBusy || undefined}
          onClick={(event) => void take(event.currentTarget.closest('figure'))}
        >
          {t('png')}
        </TextButton>
      )}
      <TextLink look="quiet" href={figuresAddress(organization, part, filter)} download aria-label={t('csvOf', { title })}>
        {t('csv')}
      </TextLink>
    </>
  )
}
