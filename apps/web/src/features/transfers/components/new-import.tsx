import { Progress } from '@mantine/core'
import { importKinds } from '@oeuvre/domain/transfers/schema'
import { ChipGroup, ChoiceChip } from '@oeuvre/ui/actions/chip.tsx'
import { FileDrop } from '@oeuvre/ui/data/file-drop.tsx'
import { Notice } from '@oeuvre/ui/feedback/notice.tsx'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useUpload } from '../model/use-upload.ts'
import classes from './new-import.module.css'

/** What the file holds, and the file. Refused, it says why and what to do; nothing of it is kept. */
export function NewImport() {
  const t = useTranslations('transfers')
  const [kind, setKind] = useState<(typeof importKinds)[number]>('people')
  const { send, share, name, isSending, problem } = useUpload()
  return (
    <div className={classes.fresh}>
      <ChipGroup label={t('fresh.kind')}>
        {importKinds.map((one) => (
          <ChoiceChip key={one} name="kind" value={one} checked={kind === one} disabled={isSending} onChoose={() => setKind(one)}>
            {t(`kinds.${one}`)}
          </ChoiceChip>
        ))}
      </ChipGroup>
      <FileDrop
        chooseLabel={t('fresh.choose')}
        note={t('fresh.limit')}
        accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
        disabled={isSending}
        onFiles={([file]) => file && send(kind, file)}
      >
        {t('fresh.drop')}
      </FileDrop>
      {isSending && (
        <div className={classes.sending} role="status">
          <span>{t('fresh.sending', { name })}</span>
          <Progress value={share * 100} color="gray" aria-label={t('fresh.sending', { name })} />
        </div>
      )}
      <div role="alert">
        {problem && (
          <Notice tone="error" title={t('fresh.refused', { name })}>
            {problem}
          </Notice>
        )}
      </div>
    </div>
  )
}
