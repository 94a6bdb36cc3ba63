import { createFileRoute } from '@tanstack/react-router'
import { StoryConsent } from '../features/stage/screens/story-consent.tsx'

/** Of somebody who has no login, and was asked by mail. */
export const Route = createFileRoute('/story-consent')({
  staticData: { words: ['stage'] },
  component: StoryConsent,
})
