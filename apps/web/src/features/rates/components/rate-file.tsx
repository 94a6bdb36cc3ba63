import { FileDrop } from '@oeuvre/ui/data/file-drop.tsx'
import { Notice } from '@oeuvre/ui/feedback/notice.tsx'
import { useTranslations } from 'use-intl'
import { describe, useWords } from '../../../lib/errors.ts'
import { useFormat } from '../../../lib/format.ts'
import { useRateFile } from '../model/use-rates.ts'
import classes from './rates.module.css'

/** The file as it is published, or a list of one's own. Refused, it says why and nothing of it is kept; taken, what was new in it. */
export function RateFile() {
  const t = useTranslations('rates.file')
  const f = useFormat()
  const words = useWords()
  const { mutate, isPending, variables, data, error } = useRateFile()
  const name = variables?.name ?? ''
  return (
    <div className={classes.stack}>
      <FileDrop
        chooseLabel={t('choose')}
        note={t('limit')}
        accept=".csv,.zip,.txt,text/csv,application/zip"
        disabled={isPending}
        onFiles={([file]) => file && mutate(file)}
      >
        {t('drop')}
      </FileDrop>
      {isPending && (
        <p role="status" className={classes.note}>
          {t('sending', { name })}
        </p>
      )}
      {!isPending && data && (
        <Notice tone="ok" live title={data.id === null ? t('nothingNew', { name }) : t('taken', { name })}>
          {t('found', {
            added: data.added,
            corrected: data.corrected,
            unchanged: data.unchanged,
            kept: data.kept,
            currencies: data.currencies,
            from: f.day(data.firstDay, 'medium'),
            to: f.day(data.lastDay, 'medium'),
          })}
        </Notice>
      )}
      {!isPending && error && (
        <Notice tone="error" live title={t('refused', { name })}>
          {describe(error, words)}
        </Notice>
      )}
    </div>
  )
}
