import { accounts } from './fr/accounts.ts'
import { accountsPlatforms } from './fr/accounts-platforms.ts'
import { answers } from './fr/answers.ts'
import { closing } from './fr/closing.ts'
import { comments } from './fr/comments.ts'
import { credits } from './fr/credits.ts'
import { equity } from './fr/equity.ts'
import { errors } from './fr/errors.ts'
import { home } from './fr/home.ts'
import { identity } from './fr/identity.ts'
import { impact } from './fr/impact.ts'
import { impactDefinitions } from './fr/impact-definitions.ts'
import { links } from './fr/links.ts'
import { notifications } from './fr/notifications.ts'
import { objectives } from './fr/objectives.ts'
import { organizations } from './fr/organizations.ts'
import { outcomes } from './fr/outcomes.ts'
import { outcomesLog } from './fr/outcomes-log.ts'
import { outcomesOutbox } from './fr/outcomes-outbox.ts'
import { outcomesWords } from './fr/outcomes-words.ts'
import { people } from './fr/people.ts'
import { privacy } from './fr/privacy.ts'
import { privacyColumns } from './fr/privacy-columns.ts'
import { programs } from './fr/programs.ts'
import { rates } from './fr/rates.ts'
import { recognition } from './fr/recognition.ts'
import { reports } from './fr/reports.ts'
import { review } from './fr/review.ts'
import { shell } from './fr/shell.ts'
import { stage } from './fr/stage.ts'
import { transfers } from './fr/transfers.ts'
import { views } from './fr/views.ts'
import { words } from './fr/words.ts'

/** The source catalogue: its keys and arguments type every other. */
export const fr = {
  accounts,
  accountsPlatforms,
  answers,
  words,
  closing,
  comments,
  credits,
  errors,
  home,
  identity,
  impact,
  impactDefinitions,
  objectives,
  equity,
  privacy,
  privacyColumns,
  programs,
  organizations,
  links,
  notifications,
  outcomes,
  outcomesLog,
  outcomesOutbox,
  outcomesWords,
  people,
  rates,
  recognition,
  reports,
  review,
  shell,
  stage,
  transfers,
  views,
} as const
