import type { Scenario } from '../scenario.ts'
import { awards } from './valmont/awards.ts'
import { people, teams } from './valmont/company.ts'
import { kudos } from './valmont/kudos.ts'
import { links } from './valmont/links.ts'
import { objectives } from './valmont/objectives.ts'
import { patterns } from './valmont/patterns.ts'
import { programs } from './valmont/programs.ts'
import { stage } from './valmont/stage.ts'
import { stories } from './valmont/stories.ts'
import { waiting } from './valmont/waiting.ts'

/** A French industrial company: pumps, shafts, boilermaking; two years of results. */
export const atelierValmont: Scenario = {
  slug: 'atelier-valmont',
  name: 'Atelier Valmont',
  language: 'fr',
  timeZone: 'Europe/Paris',
  reportingCurrency: 'EUR',
  promiseDays: 5,
  secondLook: 150000,
  teams,
  objectives,
  programs,
  links,
  people,
  stories: [...stories, ...waiting],
  kudos,
  stage,
  awards,
  patterns,
}
