import { useEffect, useEffectEvent } from 'react'
import { bindKeys } from '../lib/keys.ts'
import classes from './notices.module.css'

type UndoButtonProps = { readonly label: string; readonly onUndo: () => void }

/** The newest notice has the key `u`. */
export function UndoButton({ label, onUndo }: UndoButtonProps) {
  const undo = useEffectEvent(onUndo)
  useEffect(() => bindKeys([{ keys: 'u', label, run: () => undo() }]), [label])
  return (
    <button type="button" className={classes.undo} onClick={onUndo}>
      {label} <kbd>U</kbd>
    </button>
  )
}
