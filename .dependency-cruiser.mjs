// For `depcruise` by hand (pictures of the graph); `node scripts/check-graph.ts` is the check and uses the same rules.
import { cruiseOptions, resolveOptions } from './scripts/graph/options.ts'
import { graphRules } from './scripts/graph/rules.ts'
import { readSlices } from './scripts/structure/slices.ts'

export default {
  forbidden: graphRules(readSlices(import.meta.dirname)),
  options: { ...cruiseOptions, enhancedResolveOptions: resolveOptions },
}
