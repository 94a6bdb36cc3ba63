import { type ConsentAnswer, consentAnswers } from '@oeuvre/domain/stage/schema'
import { ChipGroup, ChoiceChip } from '@oeuvre/ui/actions/chip.tsx'
import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { useNotices } from '../../../components/notices.tsx'
import { trpc } from '../../../lib/api.ts'
import { useStageChanged } from '../model/use-stage-changed.ts'
import styles from './consent-part.module.css'

/** Of whoever is signed in. */
export function ConsentPart({ id, answer }: { readonly id: string; readonly answer: ConsentAnswer | null }) {
  const t = useTranslations('stage.consent')
  const { done } = useNotices()
  const refresh = useStageChanged()
  const say = useMutation(
    trpc.stage.answer.mutationOptions({
      onSuccess: (_, said) => done(t(`saved.${said.answer}`)),
      onSettled: refresh,
    }),
  )
  const said = say.isPending ? say.variables.answer : null
  return <ConsentChoice answer={answer} said={said} onSay={(one) => say.mutate({ id, answer: one })} />
}

type ChoiceProps = {
  readonly answer: ConsentAnswer | null
  /** On its way. */
  readonly said: ConsentAnswer | null
  readonly onSay: (answer: ConsentAnswer) => void
  readonly children?: ReactNode
}

/** Yes, yes without my name, no: at any moment, without a reason. */
export function ConsentChoice({ answer, said, onSay, children }: ChoiceProps) {
  const t = useTranslations('stage.consent')
  return (
    <section className={styles.consent} data-open={answer === null || undefined} data-print="hide" aria-labelledby="stage-consent">
      <h2 id="stage-consent">{t('title')}</h2>
      <p>{t('label')}</p>
      <ChipGroup label={t('label')}>
        {consentAnswers.map((one) => (
          <ChoiceChip
            key={one}
            name="stage-consent"
            value={one}
            checked={(said ?? answer) === one}
            disabled={said !== null}
            onChoose={() => onSay(one)}
          >
            {t(one)}
          </ChoiceChip>
        ))}
      </ChipGroup>
      {children}
      <p className={styles.note}>
        {t('text')} {t('stays')}
      </p>
    </section>
  )
}
