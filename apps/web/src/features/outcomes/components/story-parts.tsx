import type { OutcomeDetail } from '@oeuvre/domain/outcomes/schema'
import { Prose } from '@oeuvre/ui/reading/prose.tsx'
import { useTranslations } from 'use-intl'

const parts = ['situation', 'action', 'result'] as const

/** What was told, in its three parts; only those that were written. */
export function StoryParts({ story, compact = false }: { readonly story: OutcomeDetail['story']; readonly compact?: boolean }) {
  const t = useTranslations('review.outcome')
  const written = parts.filter((part) => story[part].trim() !== '')
  if (written.length === 0) return <p>{t('noStory')}</p>
  return (
    <Prose compact={compact}>
      {written.map((part) => (
        <section key={part}>
          <h2>{t(part)}</h2>
          {story[part]
            .trim()
            .split(/\n\s*\n/)
            .map((paragraph, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no identity but their place
              <p key={index}>{paragraph}</p>
            ))}
        </section>
      ))}
    </Prose>
  )
}
