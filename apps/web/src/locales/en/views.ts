import type { Shape } from '../catalogue.ts'
import type { views as source } from '../fr/views.ts'

export const views = {
  label: 'Views',
  own: 'Mine',
  ofOthers: 'Shared with me',
  save: 'Keep this view',
  name: 'Name of the view',
  shared: 'Who sees it',
  sharedWith: { me: 'Only me', team: 'My team', everyone: 'Everyone' },
  sharedHint: 'Everybody sees in it only what they may see.',
  by: 'by {name}',
  keep: 'Keep',
  edit: 'Change “{name}”',
  up: 'Move up',
  remove: 'Remove',
  removed: 'View removed.',
  saved: 'View kept.',
  outdated: 'names what is archived',
  none: 'Choose filters, then keep them under a name.',
  exportLater: 'Export in the background',
  exportAsked: 'The file is being made. It will be among your exports.',
} satisfies Shape<typeof source>
