import type { Question } from '@oeuvre/domain/recognition/questions/schema'
import { useTranslations } from 'use-intl'
import { useFormat } from '../../../lib/format.ts'

/** A question, never a verdict. */
export function QuestionLine({ question }: { readonly question: Question }) {
  const t = useTranslations('recognition.questions')
  const f = useFormat()
  switch (question.kind) {
    case 'same-client':
      return (
        <li>
          {t('sameClient', { client: question.client, days: question.days, titles: f.list(question.results.map((one) => one.title)) })}
        </li>
      )
    case 'old':
      return <li>{t('old', { title: question.result.title, day: f.day(question.on) })}</li>
    case 'awarded':
      return <li>{t('awarded', { title: question.result.title })}</li>
    case 'mutual':
      return <li>{t('mutual', { names: f.list(question.people.map((one) => one.name)), times: question.times })}</li>
    case 'circle':
      return <li>{t('circle', { names: f.list(question.people.map((one) => one.name)) })}</li>
    case 'burst':
      return <li>{t('burst', { writer: question.writer.name, to: question.to.name, times: question.times })}</li>
  }
}
