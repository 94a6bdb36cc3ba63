// npm run bench [http] [impact] [import] [links] [search] [stage] [kill]: each figure beside its yardstick, in the same run. Nothing here fails on time.
import { benchHttp } from './http.ts'
import { benchImpact } from './impact.ts'
import { benchImport } from './import.ts'
import { benchKill } from './kill.ts'
import { benchLinks } from './links.ts'
import { benchSearch } from './search.ts'
import { benchStage } from './stage.ts'

const all = {
  http: benchHttp,
  impact: benchImpact,
  import: benchImport,
  links: benchLinks,
  search: benchSearch,
  stage: benchStage,
  kill: benchKill,
}
const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !(name in all))
if (unknown.length > 0) throw new Error(`no such bench: ${unknown.join(', ')}; there are ${Object.keys(all).join(', ')}`)
for (const [name, run] of Object.entries(all)) if (asked.length === 0 || asked.includes(name)) await run()
