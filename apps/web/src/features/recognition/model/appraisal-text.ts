import type { PortfolioStory } from '@oeuvre/domain/recognition/portfolio/schema'
import { partsOfStory, type ResumeWords } from '@oeuvre/domain/recognition/resume/rules'

/** The three prompts of each story as a text to go on writing; a part that was not told yet stands as its question. */
export function appraisalText(stories: readonly PortfolioStory[], words: ResumeWords, open: string): string {
  return stories
    .map((story) => {
      const told = new Map(partsOfStory(story))
      const head = [story.title || words.untitled, story.on && words.day(story.on), words.part(story)].filter(Boolean).join(' · ')
      const parts = (['situation', 'action', 'result'] as const).map((part) => `${words.prompts[part]}\n${told.get(part) ?? open}`)
      return [head, ...parts].join('\n\n')
    })
    .join('\n\n\n')
}
