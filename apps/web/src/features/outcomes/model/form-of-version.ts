import type { ReadVersionOutput } from '@oeuvre/domain/outcomes/history/schema'
import { ownFileAddress } from '../embed/evidence-address.ts'
import { type Answer, answers, differences, withAnswers } from './form-fields.ts'
import type { AmountWriting } from './form-of-detail.ts'
import type { Opened } from './keeping.ts'
import type { LogForm } from './log-form.ts'
import type { LogMode } from './log-mode.ts'

/** What stays free once it is verified. */
const told: readonly Answer[] = ['title', 'situation', 'action', 'result', 'evidence']
const wholePoints = 10_000

type Draft = NonNullable<ReadVersionOutput['draft']>

/** What an earlier version said, on the form as it stands: what a version does not hold stays. */
export function formOfVersion(draft: Draft, standing: LogForm, writing: AmountWriting): LogForm {
  const {
    typeId,
    title,
    subject,
    occurredOn,
    firstTouchOn,
    value,
    channels,
    contributors,
    story,
    skillId,
    objective,
    program,
    externalId,
  } = draft
  const points = contributors.reduce((sum, { weight }) => sum + weight, 0)
  return {
    ...standing,
    ...{ typeId, title, subject, occurredOn, firstTouchOn, channels, story, skillId, objective, program },
    amount: value ? writing.amount(value) : '',
    currency: value?.currency ?? standing.currency,
    decimalMark: writing.decimalMark,
    isWithoutChannel: channels.length === 0 && standing.isWithoutChannel,
    people: contributors.map(({ id, name, role, weight }) => ({ personId: id, name, role, weight })),
    weightsAre: points === wholePoints ? 'basis-points' : 'parts',
    evidence: draft.evidence.map(({ id, url, label, file }) => {
      const now = standing.evidence.find((one) => one.id === id)
      return { ...now, id, url: now?.url ?? url ?? '', label, file: now?.file ?? (file && { ...file, address: ownFileAddress(file.id) }) }
    }),
    externalId: externalId ?? '',
  }
}

/** The page opened on a version that is to be brought back: nothing is saved before its author says so, but for a draft. */
export function openedOnVersion(opened: Opened, draft: Draft, { mode, writing }: { mode: LogMode; writing: AmountWriting }): Opened {
  const standing = opened.base?.form ?? opened.form
  const then = formOfVersion(draft, standing, writing)
  const free = mode === 'tell' ? told : answers
  const back = differences(standing, then).filter((answer) => free.includes(answer))
  return { ...opened, form: withAnswers(opened.form, then, back), phase: back.length > 0 ? 'typing' : opened.phase }
}
