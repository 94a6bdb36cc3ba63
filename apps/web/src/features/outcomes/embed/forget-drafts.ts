import { forgetFiles } from '../../files/embed/forget-files.ts'
import { forgetCommentDrafts } from '../model/comment-draft.ts'
import { forgetCopies } from '../model/device-copies.ts'

/** On signing out: no draft of anybody stays on this device, nor a file that was chosen for one. */
export async function forgetDrafts(): Promise<void> {
  forgetCommentDrafts()
  await Promise.all([forgetCopies(), forgetFiles()])
}
