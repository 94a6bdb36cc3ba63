import { ActionButton, type ActionProps } from './action-button.tsx'

/** A button without a frame: leave, cancel, "keep as a draft". */
export function QuietAction(props: ActionProps) {
  return <ActionButton {...props} variant="subtle" />
}
