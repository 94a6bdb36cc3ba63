import { UndoToast } from '@oeuvre/ui/feedback/undo-toast.tsx'
import { type ReactNode, useEffect, useEffectEvent } from 'react'
import { bindKeys } from '../lib/keys.ts'

type UndoNoticeProps = { readonly label: string; readonly onUndo: () => void; readonly children: ReactNode }

/** The newest notice has the key `u`. */
export function UndoNotice({ label, onUndo, children }: UndoNoticeProps) {
  const undo = useEffectEvent(onUndo)
  useEffect(() => bindKeys([{ keys: 'u', label, run: () => undo() }]), [label])
  return (
    <UndoToast undoLabel={label} undoKey="U" onUndo={onUndo}>
      {children}
    </UndoToast>
  )
}
