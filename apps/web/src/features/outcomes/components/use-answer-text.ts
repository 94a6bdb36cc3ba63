import { isMoney, toMoney } from '@oeuvre/domain/money/amounts'
import { useTranslations } from 'use-intl'
import { useFormat } from '../../../lib/format.ts'
import { useVocabularyNames } from '../embed/vocabulary-names.ts'
import type { Answer } from '../model/form-fields.ts'
import type { LogForm } from '../model/log-form.ts'
import { percentsOf } from '../model/shares.ts'
import { useLogPage } from './log-page.ts'
import { useEvidenceName } from './use-evidence-name.ts'

/** An answer in words, for showing two of them side by side. */
export function useAnswerText(): (form: LogForm, answer: Answer) => string {
  const f = useFormat()
  const names = useVocabularyNames()
  const roles = useTranslations('outcomes')
  const none = useTranslations('outcomesLog.carried')('none')
  const evidenceName = useEvidenceName()
  const { vocabulary } = useLogPage()
  function people(form: LogForm): string {
    const percents = percentsOf(form)
    return f.list(
      form.people.map((person, at) =>
        person.weight > 0
          ? `${person.name} (${roles(`roles.${person.role}`)}, ${f.percent((percents[at] ?? 0) * 100)})`
          : `${person.name} (${roles('thanked')})`,
      ),
    )
  }
  function value({ amount, currency, decimalMark }: LogForm): string {
    if (amount.trim() === '') return ''
    const money = toMoney({ amount, currency, decimalMark })
    return isMoney(money) ? f.money(money) : `${amount} ${currency}`
  }
  function channels(form: LogForm): string {
    if (form.isWithoutChannel) return none
    const chosen = form.channels.flatMap(({ channelId }) => vocabulary.channels.find(({ id }) => id === channelId) ?? [])
    return f.list(chosen.map((channel) => names.channel(channel)))
  }
  return (form, answer) => {
    const type = vocabulary.types.find(({ id }) => id === form.typeId)
    const skill = vocabulary.skills.find(({ id }) => id === form.skillId)
    const day = (text: string | null) => (text ? f.day(text) : '')
    const texts: Readonly<Record<Answer, () => string>> = {
      title: () => form.title,
      type: () => (type ? names.type(type) : ''),
      subject: () => form.subject,
      occurredOn: () => day(form.occurredOn),
      firstTouchOn: () => day(form.firstTouchOn),
      value: () => value(form),
      channels: () => channels(form),
      people: () => people(form),
      evidence: () => f.list(form.evidence.map(evidenceName)),
      situation: () => form.story.situation,
      action: () => form.story.action,
      result: () => form.story.result,
      skill: () => (skill ? names.skill(skill) : ''),
      objective: () => form.objective?.title ?? '',
      program: () => form.program?.title ?? '',
      externalId: () => form.externalId,
    }
    return texts[answer]()
  }
}
