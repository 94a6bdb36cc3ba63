import { Plate } from '@oeuvre/ui/plate/plate.tsx'
import { Teaser, Teasers } from '@oeuvre/ui/reading/teaser.tsx'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useFormat } from '../../../lib/format.ts'
import { useShell } from '../../../lib/shell.ts'
import { bandsOf } from '../model/use-outcome-words.ts'
import { newestQuery } from './brief-queries.ts'
import { OutcomeKind } from './outcome-kind.tsx'
import { useOutcomeTitle } from './outcome-title.ts'
import { pigmentOf } from './pigments.ts'

export function useNewestOutcomes() {
  return useSuspenseQuery(newestQuery()).data.items
}

/** The latest verified results, each with the engraving of its own split; the team stands before the people. */
export function NewestOutcomes() {
  const titleOf = useOutcomeTitle()
  const format = useFormat()
  const { organization } = useShell()
  return (
    <Teasers>
      {useNewestOutcomes().map((one) => {
        const teams = [...new Set(one.contributors.flatMap((person) => (person.team ? [person.team.name] : [])))]
        return (
          <Teaser
            key={one.id}
            picture={<Plate id={one.id} bands={bandsOf(one.contributors)} pigment={pigmentOf(one.type)} shape="small" />}
            kicker={<OutcomeKind type={one.type} />}
            title={
              <Link to="/$organization/outcomes/$id" params={{ organization, id: one.id }}>
                {titleOf(one)}
              </Link>
            }
            foot={[
              format.list(teams.length > 0 ? teams : one.contributors.map((person) => person.name)),
              one.occurredOn && format.day(one.occurredOn),
            ]
              .filter(Boolean)
              .join(' · ')}
          />
        )
      })}
    </Teasers>
  )
}
