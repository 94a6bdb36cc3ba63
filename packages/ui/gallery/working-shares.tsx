import { useState } from 'react'
import { IconAction } from '../src/actions/icon-action.tsx'
import { TextButton } from '../src/actions/text-link.tsx'
import { isEqualSplit, setPercent, toPercents } from '../src/shares/share-arithmetic.ts'
import { type EditedShare, ShareEditor } from '../src/shares/share-editor.tsx'
import { ShareRows } from '../src/shares/share-rows.tsx'

export const people: EditedShare[] = [
  { key: 'r', name: 'Rosalind Okafor', role: 'lead', weight: 50 },
  { key: 't', name: 'Thierry Kowalczyk', role: 'support', weight: 30 },
  { key: 'i', name: 'Inès Gharbi', role: 'shadow', weight: 20 },
]

const roleWords = { lead: 'led', support: 'supported', coach: 'coached', shadow: 'behind the scenes' }

export function Editor({ start }: { start: EditedShare[] }) {
  const [shares, setShares] = useState(start)
  const weights = shares.map((share) => share.weight)
  const percents = toPercents(weights)
  const equal = isEqualSplit(weights)
  const keep = (next: number[]) => setShares(shares.map((share, index) => ({ ...share, weight: next[index] ?? 0 })))
  return (
    <>
      <ShareEditor
        shares={shares}
        onChange={keep}
        label="Shares"
        edgeLabel={(left, right) => `Between ${left} and ${right}`}
        edgeText={(left, leftPercent, right, rightPercent) => `${left} ${leftPercent}%, ${right} ${rightPercent}%`}
      />
      <ShareRows
        label="People"
        rows={shares.map((share, index) => ({
          key: share.key,
          role: share.role,
          name: share.name,
          roleField: roleWords[share.role],
          percent: {
            percent: percents[index] ?? 0,
            display: equal ? `1/${shares.length}` : `${percents[index]}%`,
            label: `Share of ${share.name}`,
            onChange: (value) => keep(setPercent(percents, index, value)),
          },
          remove: <IconAction icon="close" label={`Remove ${share.name}`} />,
        }))}
        add={<TextButton>Add somebody</TextButton>}
        total="100%"
      />
    </>
  )
}
