import { type ConsentAnswer, consentAnswers } from '@oeuvre/domain/stage/schema'
import { ChipGroup, ChoiceChip } from '@oeuvre/ui/actions/chip.tsx'
import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { useNotices } from '../../../components/notices.tsx'
import { trpc } from '../../../lib/api.ts'
import { useStageChanged } from '../model/use-stage-changed.ts'
import styles from './consent-part.module.css'

/** Yes, yes without my name, no: at any moment, without a reason. */
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
  const chosen = say.isPending ? say.variables.answer : answer
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
            checked={chosen === one}
            disabled={say.isPending}
            onChoose={() => say.mutate({ id, answer: one })}
          >
            {t(one)}
          </ChoiceChip>
        ))}
      </ChipGroup>
      <p className={styles.note}>
        {t('text')} {t('stays')}
      </p>
    </section>
  )
}
