import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Likened, likenessOf } from '../likeness/rules.ts'
import { type Claim, claimFinder } from './rules.ts'

const likened = fc.record({
  externalId: fc.constantFrom(null, 'D-1', 'D-2'),
  subject: fc.constantFrom(
    'Harland Marine',
    'Harland',
    'HARLAND MARINE Ltd.',
    'Harlnd Marine',
    'Harlan Marina',
    'Papeteries du Lys',
    'S.A.R.L. Papeterie du Lys',
    'Lys',
    '',
  ),
  occurredOn: fc.constantFrom(null, '2026-03-01', '2026-03-08', '2026-03-09', '2026-03-15', '2026-03-16'),
  typeId: fc.constantFrom('won', 'heard'),
  valueKind: fc.constantFrom('realised' as const, 'none' as const, null),
  value: fc.option(
    fc.record({
      minor: fc.constantFrom('0', '9000', '9001', '10000', '8999'),
      currency: fc.constantFrom('EUR', 'USD'),
      digits: fc.constant(2),
    }),
    { nil: null },
  ),
  personIds: fc.constantFrom<string[]>(['a'], ['b']),
  isImported: fc.constant(false),
})

test('finds among many what the rules say of each pair, no more and no less', () => {
  fc.assert(
    fc.property(fc.array(likened, { maxLength: 30 }), likened, (list, other) => {
      const claims = list.map((one, n): Claim => ({ ...one, id: String(n) }))
      const deal: Likened = { ...other, isImported: true }
      const each = claims.filter((claim) => likenessOf(deal, claim)).map((claim) => claim.id)
      expect(
        claimFinder(claims)(deal)
          .map(({ claim }) => claim.id)
          .sort(),
      ).toEqual(each.sort())
    }),
    { numRuns: 500 },
  )
})
