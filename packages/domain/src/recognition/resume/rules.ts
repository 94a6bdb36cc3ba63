import type { PortfolioOutput, PortfolioStory } from '../portfolio/schema.ts'

/** The reader's words for what a portfolio holds as codes, and how a day is written. */
export type ResumeWords = {
  readonly heading: string
  readonly period: string
  readonly type: (story: PortfolioStory) => string
  readonly skill: (skill: NonNullable<PortfolioStory['skill']>) => string
  /** "led it, 45%" */
  readonly part: (story: PortfolioStory) => string
  readonly day: (day: string) => string
  readonly award: string
  readonly former: string
  readonly untitled: string
  readonly sections: { readonly stories: string; readonly skills: string; readonly awards: string; readonly thanks: string }
  readonly prompts: { readonly situation: string; readonly action: string; readonly result: string }
  readonly withWhom: (names: readonly string[]) => string
}

type Told = Pick<PortfolioOutput, 'owner' | 'stories' | 'thanks' | 'awards'>

/** The skills that the stories drew on, each with its stories; by name. */
export function skillsOf(stories: readonly PortfolioStory[], words: Pick<ResumeWords, 'skill' | 'untitled'>) {
  const titled = stories.flatMap((story) => (story.skill ? [{ name: words.skill(story.skill), title: story.title || words.untitled }] : []))
  const bySkill = Map.groupBy(titled, (one) => one.name)
  return [...bySkill].map(([name, all]) => ({ name, titles: all.map((one) => one.title) })).toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

/** The paragraphs that were told. */
export function partsOfStory({ story }: PortfolioStory): readonly (readonly [part: 'situation' | 'action' | 'result', text: string])[] {
  return (['situation', 'action', 'result'] as const).flatMap((part) =>
    story[part].trim() === '' ? [] : [[part, story[part].trim()] as const],
  )
}

/** A portfolio as JSON Résumé, version 1.0.0 of the open schema (jsonresume.org). */
export function resumeOf({ owner, stories, thanks, awards }: Told, words: ResumeWords) {
  const days = stories.flatMap(({ on }) => (on === null ? [] : [on])).sort()
  return {
    $schema: 'https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json',
    basics: { name: owner.name, ...(owner.title !== null && { label: owner.title }) },
    work: [{ name: owner.organization, ...(owner.title !== null && { position: owner.title }), ...(days[0] && { startDate: days[0] }) }],
    projects: stories.map((one) => ({
      name: one.title || words.untitled,
      description: partsOfStory(one)
        .map(([, text]) => text)
        .join('\n\n'),
      highlights: one.story.result.trim() === '' ? [] : [one.story.result.trim()],
      keywords: one.skill ? [words.skill(one.skill)] : [],
      roles: [words.part(one)],
      type: words.type(one),
      ...(one.on !== null && { startDate: one.on, endDate: one.on }),
      ...(one.client !== null && { entity: one.client }),
    })),
    skills: skillsOf(stories, words).map(({ name, titles }) => ({ name, keywords: titles })),
    awards: awards.map((one) => ({ title: words.award, date: one.on, awarder: one.giver?.name ?? words.former, summary: one.reason })),
    references: thanks.map((one) => ({ name: one.writer?.name ?? words.former, reference: one.text })),
    meta: { version: 'v1.0.0' },
  }
}

/** Typed text in a line of Markdown: what would be a sign is a letter. */
function plain(text: string): string {
  return text.replace(/[\\`*_[\]<>#|]/gu, '\\$&').replace(/^(\s*)([-+]|\d+[.)])(?=\s)/gmu, '$1\\$2')
}

/** The same in Markdown, to go on writing. */
export function markdownOf({ owner, stories, thanks, awards }: Told, words: ResumeWords): string {
  const head = [
    `# ${plain(owner.name)}`,
    [owner.title, owner.organization]
      .filter((one) => one !== null)
      .map(plain)
      .join(' · '),
    words.period,
  ]
  const told = stories.flatMap((one) => [
    `### ${plain(one.title || words.untitled)}`,
    [words.type(one), one.client, one.on && words.day(one.on), words.part(one)].flatMap((part) => (part ? [plain(part)] : [])).join(' · '),
    ...partsOfStory(one).map(([part, text]) => `**${words.prompts[part]}.** ${plain(text)}`),
    ...(one.colleagues.length > 0 ? [plain(words.withWhom(one.colleagues))] : []),
  ])
  const skills = skillsOf(stories, words).map(({ name, titles }) => `- **${plain(name)}** – ${plain(titles.join(', '))}`)
  const quoted = (text: string, by: string) => `${plain(text).replace(/^/gmu, '> ')}\n>\n> – ${plain(by)}`
  const section = (title: string, parts: readonly string[]) => (parts.length > 0 ? [`## ${title}`, ...parts] : [])
  return `${[
    ...head,
    ...section(words.sections.stories, told),
    ...section(words.sections.skills, skills.length > 0 ? [skills.join('\n')] : []),
    ...section(
      words.sections.awards,
      awards.map((one) => quoted(one.reason, `${one.giver?.name ?? words.former}, ${words.day(one.on)}`)),
    ),
    ...section(
      words.sections.thanks,
      thanks.map((one) => quoted(one.text, `${one.writer?.name ?? words.former}, ${one.story || words.untitled}`)),
    ),
  ].join('\n\n')}\n`
}
