import type { Shape } from '../catalogue.ts'
import type { comments as source } from '../fr/comments.ts'

export const comments = {
  label: 'Write a comment',
  placeholder: 'A word, a question… @ to name somebody',
  send: 'Send',
  save: 'Save',
  discard: 'Discard',
  none: 'Nobody has said anything yet.',
  older: '{count, plural, one {Show the one before} other {Show the # before}}',
  edited: 'edited',
  edit: 'Edit',
  editOf: 'Edit this comment',
  remove: 'Remove',
  removed: 'Comment removed.',
  former: 'former colleague',
  notSeen: 'will not see it',
  people: 'People',
  kept: 'Your text is kept here.',
} satisfies Shape<typeof source>
