import { useTranslations } from 'use-intl'
import { ChannelChips } from './channel-chips.tsx'
import { ContributorsField } from './contributors-field.tsx'
import { DayChoice } from './day-choice.tsx'
import { EvidenceField } from './evidence-field.tsx'
import classes from './log.module.css'
import { useLogPage } from './log-page.ts'
import { ObjectiveQuestion } from './objective-question.tsx'
import { ProgramQuestion } from './program-question.tsx'
import { Question } from './question.tsx'
import { SubjectField } from './subject-field.tsx'
import { TypeTiles } from './type-tiles.tsx'
import { WorthFields } from './worth-fields.tsx'

/** The seven questions, in their order. */
export function Questions() {
  const t = useTranslations('outcomesLog')
  const { form, change, vocabulary } = useLogPage()
  return (
    <>
      <Question number={1} answer="type" title={t('kind')}>
        <TypeTiles label={t('kind')} types={vocabulary.types} chosen={form.typeId} onChoose={(typeId) => change({ typeId })} />
      </Question>
      <Question number={2} answer="subject" title={t('whom')} showsRefusal={false}>
        <SubjectField />
      </Question>
      <Question number={3} answer="occurredOn" title={t('when.title')}>
        <DayChoice />
      </Question>
      <WorthQuestion />
      <Question number={5} answer="channels" title={t('carried.title')} hint={t('carried.hint')} isOptional>
        <ChannelChips />
      </Question>
      <Question
        number={6}
        answer="people"
        title={t('who.title')}
        hint={t(form.people.length > 1 ? 'who.hint' : 'who.hintAlone')}
        isOptional
      >
        <ContributorsField />
      </Question>
      <EvidenceQuestion number={7} />
      <ObjectiveQuestion />
      <ProgramQuestion />
    </>
  )
}

export function EvidenceQuestion({ number }: { readonly number?: number }) {
  const t = useTranslations('outcomesLog.shows')
  return (
    <div id="evidence">
      <Question number={number} answer="evidence" title={t('title')} hint={t('hint')} isOptional>
        <EvidenceField />
      </Question>
    </div>
  )
}

function WorthQuestion() {
  const t = useTranslations('outcomesLog.worth')
  const { form, vocabulary } = useLogPage()
  const kind = vocabulary.types.find((type) => type.id === form.typeId)?.valueKind ?? 'realised'
  const hasAmount = form.amount.trim() !== ''
  return (
    <Question number={4} answer="value" title={t('title')} hint={t(`hint.${kind}`)} isOptional showsRefusal={kind === 'none'}>
      {kind !== 'none' && <WorthFields />}
      {kind === 'none' && hasAmount && <p className={classes.hintBelow}>{t('setAside')}</p>}
    </Question>
  )
}
