import { Select, Textarea } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import type { PortfolioStory } from '@oeuvre/domain/recognition/portfolio/schema'
import type { ResumeWords } from '@oeuvre/domain/recognition/resume/rules'
import { PlainAction } from '@oeuvre/ui/actions/plain-action.tsx'
import { SideHead } from '@oeuvre/ui/layout/side-head.tsx'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { appraisalText } from '../model/appraisal-text.ts'
import styles from './work.module.css'

type AppraisalProps = { readonly stories: readonly PortfolioStory[]; readonly words: ResumeWords }
const several = 5

/** The three prompts again, as a text to change and take to an interview. What is written here is kept nowhere. */
export function Appraisal({ stories, words }: AppraisalProps) {
  const t = useTranslations('recognition.work')
  const [chosen, setChosen] = useState<string | null>(null)
  const [edited, setEdited] = useState<string | null>(null)
  const { copied, copy } = useClipboard({ timeout: 4_000 })
  const told = chosen === null ? stories.slice(0, several) : stories.filter((one) => one.id === chosen)
  const text = edited ?? appraisalText(told, words, t('open'))
  return (
    <div data-print="hide">
      <SideHead title={t('appraisal')} note={t('appraisalNote')}>
        <div className={styles.appraisal}>
          <Select
            label={t('appraisalOf')}
            placeholder={t('newest', { count: Math.min(several, stories.length) })}
            clearable
            searchable
            data={stories.map((one) => ({ value: one.id, label: one.title || words.untitled }))}
            value={chosen}
            onChange={(id) => {
              setChosen(id)
              setEdited(null)
            }}
          />
          <Textarea
            aria-label={t('appraisal')}
            autosize
            minRows={8}
            maxRows={24}
            value={text}
            onChange={(event) => setEdited(event.currentTarget.value)}
          />
          <div>
            <PlainAction onClick={() => copy(text)}>
              <span aria-live="polite">{copied ? t('copied') : t('copy')}</span>
            </PlainAction>
          </div>
        </div>
      </SideHead>
    </div>
  )
}
