import { formatWordsAdministration, parseWordsAdministration } from '@oeuvre/domain/outcomes/types/schema'
import { createFileRoute } from '@tanstack/react-router'
import { wordsOptions } from '../../../features/outcomes/model/use-words.ts'
import { WordsScreen } from '../../../features/outcomes/screens/words.tsx'
import { WordsSkeleton } from '../../../features/outcomes/screens/words-skeleton.tsx'
import { plainSearch } from '../../../lib/search.ts'

export const Route = createFileRoute('/$organization/admin/words')({
  staticData: { words: ['outcomesWords'] },
  validateSearch: plainSearch,
  loader: ({ context }) => context.queryClient.ensureQueryData(wordsOptions()),
  pendingComponent: WordsSkeleton,
  component: WordsRoute,
})

function WordsRoute() {
  const state = parseWordsAdministration(Route.useSearch())
  const navigate = Route.useNavigate()
  return (
    <WordsScreen
      state={state}
      onState={(next) => void navigate({ search: formatWordsAdministration(next), replace: true, resetScroll: false })}
    />
  )
}
