import type { OutcomeType } from '@oeuvre/domain/outcomes/types/schema'
import { Tile, TileGroup } from '@oeuvre/ui/actions/tile.tsx'
import { pigmentOf } from '../embed/pigments.ts'
import { useVocabularyNames } from '../embed/vocabulary-names.ts'

type TypeTilesProps = {
  readonly label: string
  readonly types: readonly OutcomeType[]
  readonly chosen: string | null
  readonly onChoose: (id: string) => void
}

/** The kinds of result that the organization knows; an archived one stays where it was chosen. */
export function TypeTiles({ label, types, chosen, onChoose }: TypeTilesProps) {
  const names = useVocabularyNames()
  return (
    <TileGroup label={label}>
      {types
        .filter((type) => !type.isArchived || type.id === chosen)
        .map((type) => (
          <Tile key={type.id} name="type" value={type.id} checked={type.id === chosen} onChoose={onChoose} pigment={pigmentOf(type)}>
            {names.type(type)}
          </Tile>
        ))}
    </TileGroup>
  )
}
