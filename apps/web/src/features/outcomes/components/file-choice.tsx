import { type RefObject, useRef } from 'react'
import { useTranslations } from 'use-intl'

/** What a file dialog offers. Pictures are named one by one, so that a phone hands its photographs over as JPEG. */
const accepted = 'image/jpeg,image/png,image/webp,image/avif,image/gif,.pdf,.eml,.msg,.docx,.xlsx,.pptx,.odt,.ods,.odp'

export type FileChoice = { readonly choose: () => void; readonly photograph: () => void; readonly inputs: FileInputs }
type FileInputs = { readonly files: RefObject<HTMLInputElement | null>; readonly camera: RefObject<HTMLInputElement | null> }

export function useFileChoice(): FileChoice {
  const files = useRef<HTMLInputElement>(null)
  const camera = useRef<HTMLInputElement>(null)
  return { choose: () => files.current?.click(), photograph: () => camera.current?.click(), inputs: { files, camera } }
}

/** The fields behind the words; the words are what people press. */
export function FileInputs({ inputs, onFiles }: { readonly inputs: FileInputs; readonly onFiles: (files: readonly File[]) => void }) {
  const t = useTranslations('outcomesLog.shows')
  const take = (input: HTMLInputElement) => {
    onFiles(Array.from(input.files ?? []))
    input.value = ''
  }
  return (
    <>
      <input
        ref={inputs.files}
        type="file"
        hidden
        multiple
        accept={accepted}
        aria-label={t('files')}
        onChange={(e) => take(e.currentTarget)}
      />
      <input
        ref={inputs.camera}
        type="file"
        hidden
        accept="image/jpeg"
        capture="environment"
        aria-label={t('photograph')}
        onChange={(e) => take(e.currentTarget)}
      />
    </>
  )
}
