import { Radio, TextInput } from '@mantine/core'
import { valueKinds } from '@oeuvre/domain/credits/schema'
import type { Vocabulary, WordKind } from '@oeuvre/domain/outcomes/types/schema'
import { MainAction } from '@oeuvre/ui/actions/main-action.tsx'
import { QuietAction } from '@oeuvre/ui/actions/quiet-action.tsx'
import { useTranslations } from 'use-intl'
import { FormError } from '../../../components/form-error.tsx'
import { SidePanel } from '../../../components/side-panel.tsx'
import { useWordForm, type WordForm } from '../model/use-word-form.ts'
import { useWordName } from '../model/use-words.ts'
import type { Word } from '../model/words.ts'
import { PigmentField } from './pigment-field.tsx'
import classes from './words.module.css'

type WordPanelProps = {
  readonly kind: WordKind
  /** null: a new one. */
  readonly word: Word | null
  readonly vocabulary: Vocabulary
  readonly onClose: () => void
}

/** A word: its name, and what results are counted with. */
export function WordPanel({ kind, word, vocabulary, onClose }: WordPanelProps) {
  const t = useTranslations('outcomesWords')
  const words = useTranslations('words')
  const nameOf = useWordName()
  const { form, problem, isPending, submit } = useWordForm(kind, word, vocabulary, onClose)
  return (
    <SidePanel title={word ? nameOf(word) : t(`fresh.${kind}`)} onClose={onClose}>
      <form noValidate onSubmit={submit} className={classes.form}>
        <NameField form={form} word={word} />
        {kind === 'type' && <ValueKindField form={form} isNew={word === null} />}
        {kind === 'type' && <PigmentField form={form} types={vocabulary.types} id={word?.id ?? ''} />}
        {kind === 'channel' && <KindField form={form} word={word} />}
        <FormError>{problem}</FormError>
        <div className={classes.ends}>
          <MainAction type="submit" loading={isPending} disabled={word !== null && !form.isDirty()}>
            {word ? words('save') : t('form.create')}
          </MainAction>
          <QuietAction onClick={onClose}>{words('cancel')}</QuietAction>
        </div>
      </form>
    </SidePanel>
  )
}

function NameField({ form, word }: { readonly form: WordForm; readonly word: Word | null }) {
  const t = useTranslations('outcomesWords.form')
  const nameOf = useWordName()
  const builtin = word?.code ? nameOf({ ...word, name: null }) : null
  return (
    <TextInput
      label={t('name')}
      description={builtin === null ? t('nameHint') : t('nameOwn', { name: builtin })}
      placeholder={builtin ?? undefined}
      autoComplete="off"
      data-autofocus
      required={builtin === null}
      withAsterisk={false}
      {...form.getInputProps('name')}
    />
  )
}

function ValueKindField({ form, isNew }: { readonly form: WordForm; readonly isNew: boolean }) {
  const t = useTranslations('outcomesWords.form')
  return (
    <Radio.Group label={t('valueKind')} description={isNew ? undefined : t('valueKindHint')} {...form.getInputProps('valueKind')}>
      <div className={classes.choices}>
        {valueKinds.map((one) => (
          <Radio key={one} value={one} label={t(`valueKinds.${one}`)} description={t(`valueKindsSay.${one}`)} />
        ))}
      </div>
    </Radio.Group>
  )
}

function KindField({ form, word }: { readonly form: WordForm; readonly word: Word | null }) {
  const t = useTranslations('outcomesWords')
  if (word?.word === 'channel' && word.code !== null)
    return <p className={classes.hint}>{t('form.kindFixed', { kind: t(`kinds.${word.kind}`) })}</p>
  return (
    <Radio.Group label={t('form.kind')} description={t('form.kindHint')} {...form.getInputProps('kind')}>
      <div className={classes.choices}>
        {(['social', 'conventional'] as const).map((one) => (
          <Radio key={one} value={one} label={t(`form.kinds.${one}`)} />
        ))}
      </div>
    </Radio.Group>
  )
}
