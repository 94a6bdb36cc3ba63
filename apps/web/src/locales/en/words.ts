import type { Shape } from '../catalogue.ts'
import type { words as source } from '../fr/words.ts'

export const words = {
  product: 'Œuvre',
  cancel: 'Cancel',
  close: 'Close',
  save: 'Save',
  saved: 'Saved.',
  undo: 'Undo',
  retry: 'Try again',
  back: 'Back',
  next: 'Next',
  previous: 'Previous',
  more: 'Show more',
  clear: 'Clear',
  edit: 'Edit',
  remove: 'Remove',
  none: 'None',
  loading: 'Loading',
  optional: 'optional',
  required: 'required',
  showPassword: 'Show the password',
} satisfies Shape<typeof source>
