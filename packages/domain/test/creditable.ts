import fc from 'fast-check'
import type { CreditableOutcome, Weighted } from '../src/credits/rules.ts'
import { contributorRoles, sides, valueKinds } from '../src/credits/schema.ts'

/** Contributors as the rules let them through: each once, at least one weight above 0, one lead. */
export const weighted: fc.Arbitrary<Weighted[]> = fc
  .uniqueArray(fc.record({ personId: fc.uuid(), weight: fc.oneof(fc.constant(1), fc.integer({ min: 0, max: 10_000 })) }), {
    minLength: 1,
    maxLength: 12,
    selector: (c) => c.personId,
  })
  .filter((list) => list.some((c) => c.weight > 0))

export const creditable: fc.Arbitrary<CreditableOutcome> = fc
  .record({
    id: fc.uuid(),
    revision: fc.constant(1),
    occurredOn: fc.constantFrom('2024-02-29', '2026-03-31'),
    typeId: fc.uuid(),
    valueKind: fc.constantFrom(...valueKinds),
    value: fc.option(
      fc.record({ minor: fc.bigInt({ min: 0n, max: 10n ** 16n }).map(String), currency: fc.constant('EUR'), digits: fc.constant(2) }),
    ),
    reportingMinor: fc.option(fc.bigInt({ min: 0n, max: 10n ** 16n })),
    side: fc.constantFrom(...sides),
    rung: fc.constantFrom(4 as const, 5 as const),
    isImported: fc.boolean(),
    daysToVerify: fc.constantFrom(null, '2.5'),
    isPromiseKept: fc.constantFrom(null, true, false),
    touchDays: fc.constantFrom(null, 0, 12),
    skillId: fc.option(fc.uuid()),
    programId: fc.constant(null),
    objectiveId: fc.constant(null),
    people: weighted,
    lead: fc.nat(11),
    teams: fc.array(fc.option(fc.uuid()), { minLength: 12, maxLength: 12 }),
    roles: fc.array(fc.constantFrom(...contributorRoles.filter((r) => r !== 'lead')), { minLength: 12, maxLength: 12 }),
    channelIds: fc.array(fc.uuid(), { maxLength: 3 }),
  })
  .map(({ people, lead, teams, roles, ...outcome }) => ({
    ...outcome,
    contributors: people.map((c, i) => ({
      ...c,
      role: i === lead % people.length ? 'lead' : (roles[i] ?? 'support'),
      teamId: teams[i] ?? null,
    })),
  }))
