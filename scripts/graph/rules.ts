import type { IRegularForbiddenRuleType } from 'dependency-cruiser'
import { type Slices, sliceNames } from '../structure/slices.ts'

const web = '^apps/web/src'
const tests = '\\.test\\.tsx?$'
/** The three places where a slice has files. */
const placesOfSlices = '^(?:packages/domain/src|apps/api/src/modules|apps/web/src/features)'
const any = (names: readonly string[]) => `(?:${names.join('|')})`

function forbid(name: string, from: IRegularForbiddenRuleType['from'], to: IRegularForbiddenRuleType['to']): IRegularForbiddenRuleType {
  return { name, severity: 'error', from, to }
}

/** A slice imports only lower tiers; of the others, only the types of their events. */
function tierRules(slices: Slices): IRegularForbiddenRuleType[] {
  return slices.tiers.flatMap((tier, level) =>
    tier.flatMap((slice) => {
      const others = slices.tiers
        .slice(level)
        .flat()
        .filter((other) => other !== slice)
      if (others.length === 0) return []
      const from = { path: `${placesOfSlices}/${slice}/`, pathNot: tests }
      // Two expressions: the library refuses nested repetition as unsafe.
      const events = ['', '[^/]+/'].map((part) => `${placesOfSlices}/${any(others)}/${part}events\\.ts$`)
      return [
        forbid('tiers', from, { path: `${placesOfSlices}/${any(others)}/`, pathNot: events }),
        forbid('tiers', from, { path: events, dependencyTypesNot: ['type-only'] }),
      ]
    }),
  )
}

function domainRules(slices: Slices): IRegularForbiddenRuleType[] {
  const domain = '^packages/domain/src/'
  return [
    forbid(
      'domain-is-pure',
      { path: domain, pathNot: tests },
      { pathNot: [domain, '(?:^|/)node_modules/(?:zod|temporal-polyfill|tldts|feedsmith|htmlparser2|isbot)/'], couldNotResolve: false },
    ),
    forbid(
      'shared-knows-no-slice',
      { path: `${domain}${any(slices.shared)}/`, pathNot: tests },
      { path: `${domain}${any(sliceNames(slices))}/` },
    ),
  ]
}

function directionRules(): IRegularForbiddenRuleType[] {
  return [
    forbid('web-not-db', { path: web }, { path: '^(?:packages/db|prisma)/' }),
    forbid('web-sees-only-the-router', { path: web }, { path: '^apps/api/', pathNot: '^apps/api/src/trpc/router\\.ts$' }),
    forbid('web-takes-only-types', { path: web }, { path: '^apps/api/', dependencyTypesNot: ['type-only'] }),
    forbid('api-not-web', { path: '^apps/api/' }, { path: '^(?:apps/web|packages/ui)/' }),
    forbid('db-takes-only-types', { path: '^packages/db/src/' }, { path: '^packages/domain/', dependencyTypesNot: ['type-only'] }),
    forbid('db-not-above', { path: '^packages/db/' }, { path: '^(?:apps|packages/ui)/' }),
    forbid('ui-is-domain-free', { path: '^packages/ui/' }, { path: '^(?:apps|prisma|packages/(?:domain|db))/' }),
    forbid('seed-only-domain', { path: '^prisma/seed/' }, { path: '^(?:apps|packages/(?:db|ui))/' }),
  ]
}

function insideRules(): IRegularForbiddenRuleType[] {
  return [
    forbid('no-foreign-repo', { path: '^apps/api/src/modules/([^/]+)/' }, { path: '^apps/api/src/modules/(?!$1/)[^/]+/repo\\.ts$' }),
    forbid('platform-below-modules', { path: '^apps/api/src/platform/', pathNot: tests }, { path: '^apps/api/src/modules/' }),
    forbid('features-only-embed', { path: `${web}/features/([^/]+)/` }, { path: `${web}/features/(?!$1/)[^/]+/(?!embed/)` }),
    // A page is a screen that other slices' parts are put into.
    forbid('pages-only-embed', { path: `${web}/pages/` }, { path: `${web}/features/[^/]+/(?!embed/|screens/)` }),
    forbid('features-not-upward', { path: `${web}/(?:features|components|lib)/` }, { path: `${web}/(?:app|pages|routes)/` }),
    forbid('components-below-features', { path: `${web}/(?:components|lib)/` }, { path: `${web}/features/` }),
  ]
}

function everywhereRules(): IRegularForbiddenRuleType[] {
  return [
    // A cycle of types alone is no cycle when the program runs.
    forbid('no-cycles', {}, { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } }),
    forbid('resolvable', {}, { couldNotResolve: true }),
  ]
}

/** Architecture.md's directions, as rules of dependency-cruiser. */
export function graphRules(slices: Slices): IRegularForbiddenRuleType[] {
  return [...tierRules(slices), ...domainRules(slices), ...directionRules(), ...insideRules(), ...everywhereRules()]
}
