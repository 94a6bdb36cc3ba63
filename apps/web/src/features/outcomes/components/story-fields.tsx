import { Textarea } from '@mantine/core'
import { Part } from '@oeuvre/ui/layout/side-head.tsx'
import { useTranslations } from 'use-intl'
import classes from './log.module.css'
import { useLogPage, useRefusal } from './log-page.ts'

const prompts = ['situation', 'action', 'result'] as const

/** The story in three prompts, in the voice that tells. */
export function StoryFields() {
  const t = useTranslations('outcomesLog.story')
  const { form, change } = useLogPage()
  const refusalOf = useRefusal()
  return (
    <Part title={t('title')} hint={t('hint')} ruled>
      <div className={classes.story}>
        {prompts.map((prompt) => (
          <Textarea
            key={prompt}
            data-answer={prompt}
            label={t(prompt)}
            placeholder={t(`${prompt}Placeholder`)}
            value={form.story[prompt]}
            onChange={({ currentTarget: { value } }) => change({ story: { ...form.story, [prompt]: value } })}
            error={refusalOf(prompt)}
            minRows={2}
            maxRows={18}
            classNames={{ input: classes.storyInput }}
          />
        ))}
      </div>
    </Part>
  )
}
