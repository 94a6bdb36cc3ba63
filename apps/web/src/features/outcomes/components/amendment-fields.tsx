import { Checkbox, Textarea } from '@mantine/core'
import { Part } from '@oeuvre/ui/layout/side-head.tsx'
import { useTranslations } from 'use-intl'
import type { Amendment } from '../model/log-form.ts'
import classes from './log.module.css'
import { useFieldRefusal } from './log-page.ts'

type AmendmentFieldsProps = { readonly amendment: Amendment; readonly onChange: (amendment: Amendment) => void }

/** Why a verified outcome is said anew, and that those named were asked. */
export function AmendmentFields({ amendment, onChange }: AmendmentFieldsProps) {
  const t = useTranslations('outcomesLog.modes')
  const wordsRefusal = useFieldRefusal('words')
  const askedRefusal = useFieldRefusal('wereContributorsAsked')
  return (
    <Part title={t('amendTitle')} ruled>
      <div className={classes.story}>
        <Textarea
          data-answer="words"
          label={t('amendWords')}
          value={amendment.words}
          error={wordsRefusal}
          onChange={({ currentTarget: { value } }) => onChange({ ...amendment, words: value })}
        />
        <Checkbox
          data-answer="wereContributorsAsked"
          label={t('amendAsked')}
          checked={amendment.wereAsked}
          error={askedRefusal && t('amendAskedNeeded')}
          onChange={({ currentTarget: { checked } }) => onChange({ ...amendment, wereAsked: checked })}
        />
      </div>
    </Part>
  )
}
