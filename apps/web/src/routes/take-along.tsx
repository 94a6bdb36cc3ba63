import { createFileRoute } from '@tanstack/react-router'
import { TakeAlong } from '../features/recognition/screens/take-along.tsx'

/** Of somebody who left, who signs in no more. */
export const Route = createFileRoute('/take-along')({
  staticData: { words: ['recognition'] },
  component: TakeAlong,
})
