import { shares } from '@oeuvre/domain/credits/rules'
import type { PortfolioOutput, PortfolioStory } from '@oeuvre/domain/recognition/portfolio/schema'
import { partsOfStory, type ResumeWords, skillsOf } from '@oeuvre/domain/recognition/resume/rules'
import { KindMark } from '@oeuvre/ui/marks/kind-mark.tsx'
import type { Pigment } from '@oeuvre/ui/marks/pigment.ts'
import { Plate } from '@oeuvre/ui/plate/plate.tsx'
import { Quote } from '@oeuvre/ui/reading/quote.tsx'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { pigmentOf } from '../../outcomes/embed/pigments.ts'
import styles from './work.module.css'

type DocumentProps = {
  readonly portfolio: PortfolioOutput
  readonly words: ResumeWords
  /** A title as it leads to its story, where there is one to be led to. */
  readonly titleOf?: (story: PortfolioStory, title: string) => ReactNode
  /** Parts in a section as the page frames them. */
  readonly section: (key: keyof ResumeWords['sections'], children: ReactNode) => ReactNode
}

/** One's stories with one's part in each, what they asked for, what was said of it: the same on a screen and on paper. */
export function WorkDocument({ portfolio, words, titleOf, section }: DocumentProps) {
  const { stories, awards, thanks } = portfolio
  const skills = skillsOf(stories, words)
  return (
    <>
      {stories.length > 0 &&
        section(
          'stories',
          stories.map((story) => <Story key={story.id} story={story} words={words} titleOf={titleOf} />),
        )}
      {skills.length > 0 && section('skills', <Skills skills={skills} />)}
      {awards.length > 0 && section('awards', <Awards awards={awards} words={words} />)}
      {thanks.length > 0 && section('thanks', <Thanks thanks={thanks} words={words} />)}
    </>
  )
}

function pigmentFor({ type }: PortfolioStory): Pigment {
  return type?.pigment ? pigmentOf({ pigment: type.pigment }) : 'other'
}

function Story({ story, words, titleOf }: Pick<DocumentProps, 'words' | 'titleOf'> & { readonly story: PortfolioStory }) {
  const points = story.weights.some((one) => one.weight > 0) ? shares(story.weights, story.id) : new Map<string, number>()
  const bands = story.weights.map(({ personId, role }) => ({ role, share: points.get(personId) ?? 0 }))
  const title = story.title || words.untitled
  return (
    <article className={styles.story}>
      <div className={styles.plate}>
        <Plate id={story.id} bands={bands} pigment={pigmentFor(story)} shape="small" />
      </div>
      <div>
        <p className={styles.kind}>
          <KindMark pigment={pigmentFor(story)}>{words.type(story)}</KindMark>
          {story.on && <time dateTime={story.on}>{words.day(story.on)}</time>}
        </p>
        <h3>{titleOf ? titleOf(story, title) : title}</h3>
        <p className={styles.part}>
          {[words.part(story), story.client, story.skill && words.skill(story.skill)].filter(Boolean).join(' · ')}
        </p>
        {partsOfStory(story).map(([part, text]) => (
          <p key={part} className={styles.told} dir="auto">
            <b>{words.prompts[part]}</b> {text}
          </p>
        ))}
        {story.colleagues.length > 0 && <p className={styles.with}>{words.withWhom(story.colleagues)}</p>}
      </div>
    </article>
  )
}

function Skills({ skills }: { readonly skills: ReturnType<typeof skillsOf> }) {
  return (
    <dl className={styles.skills}>
      {skills.map(({ name, titles }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{titles.join(', ')}</dd>
        </div>
      ))}
    </dl>
  )
}

function Awards({ awards, words }: Pick<PortfolioOutput, 'awards'> & Pick<DocumentProps, 'words'>) {
  const t = useTranslations('recognition.work')
  return awards.map((award) => (
    <div key={award.id} className={styles.award}>
      <Quote
        look="ruled"
        by={[award.giver?.name ?? words.former, words.day(award.on), award.team && t('toTeam', { name: award.team })]
          .filter(Boolean)
          .join(' · ')}
      >
        {award.reason}
      </Quote>
    </div>
  ))
}

function Thanks({ thanks, words }: Pick<PortfolioOutput, 'thanks'> & Pick<DocumentProps, 'words'>) {
  const t = useTranslations('recognition')
  return (
    <div className={styles.thanks}>
      {thanks.map((one) => (
        <Quote key={one.id} look="thanks" by={`${one.writer?.name ?? words.former} · ${one.story || words.untitled}`}>
          {t('quoted', { text: one.text })}
        </Quote>
      ))}
    </div>
  )
}
