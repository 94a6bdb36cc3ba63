import type { StoryEvent } from '@oeuvre/domain/stage/events'
import type { Emit } from '../../platform/mutate.ts'

export function emitStory(emit: Emit, event: StoryEvent): string {
  return emit(event)
}
