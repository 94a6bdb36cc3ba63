import type { OutcomeType } from '@oeuvre/domain/outcomes/types/schema'
import { ChipGroup, ChoiceChip } from '@oeuvre/ui/actions/chip.tsx'
import { Swatch } from '@oeuvre/ui/marks/swatch.tsx'
import { useTranslations } from 'use-intl'
import { useFormat } from '../../../lib/format.ts'
import { pigmentOf } from '../embed/pigments.ts'
import { useVocabularyNames } from '../embed/vocabulary-names.ts'
import type { WordForm } from '../model/use-word-form.ts'
import { sharersOf } from '../model/words.ts'
import classes from './words.module.css'

type PigmentFieldProps = { readonly form: WordForm; readonly types: readonly OutcomeType[]; readonly id: string }

/** One of the eight; who else has the chosen one is said. */
export function PigmentField({ form, types, id }: PigmentFieldProps) {
  const t = useTranslations('outcomesWords.form')
  const names = useVocabularyNames()
  const { list } = useFormat()
  const { pigment: chosen } = form.values
  const sharers = sharersOf(types, chosen, id)
  return (
    <div>
      <p className={classes.legend}>{t('pigment')}</p>
      <p className={classes.hint}>{t('pigmentHint')}</p>
      <ChipGroup label={t('pigment')}>
        {[1, 2, 3, 4, 5, 6, 7, 8].map((pigment) => (
          <ChoiceChip
            key={pigment}
            name="pigment"
            value={String(pigment)}
            checked={chosen === pigment}
            onChoose={() => form.setFieldValue('pigment', pigment)}
          >
            <Swatch pigment={pigmentOf({ pigment })} />
            <span className="visually-hidden">{t('pigmentAt', { at: pigment })}</span>
          </ChoiceChip>
        ))}
      </ChipGroup>
      <p className={classes.hint} aria-live="polite">
        {sharers.length === 0 ? t('pigmentFree') : t('pigmentAlso', { names: list(sharers.map(names.type)) })}
      </p>
    </div>
  )
}
