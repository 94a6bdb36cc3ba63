import { ActionButton, type ActionProps } from './action-button.tsx'

/** The one terracotta button: the main action of a screen, and at most one on each (`data-main-action` lets a test count). */
export function MainAction(props: ActionProps) {
  return <ActionButton {...props} variant="main" data-main-action="" />
}
