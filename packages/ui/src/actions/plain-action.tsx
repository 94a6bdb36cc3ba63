import { ActionButton, type ActionProps } from './action-button.tsx'

/** An outlined button: every action that is not the main one. */
export function PlainAction(props: ActionProps) {
  return <ActionButton {...props} variant="default" />
}
