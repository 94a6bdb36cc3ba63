import type { Messages } from './catalogue.ts'
import { accounts } from './en/accounts.ts'
import { accountsPlatforms } from './en/accounts-platforms.ts'
import { answers } from './en/answers.ts'
import { closing } from './en/closing.ts'
import { comments } from './en/comments.ts'
import { credits } from './en/credits.ts'
import { equity } from './en/equity.ts'
import { errors } from './en/errors.ts'
import { home } from './en/home.ts'
import { identity } from './en/identity.ts'
import { impact } from './en/impact.ts'
import { impactDefinitions } from './en/impact-definitions.ts'
import { links } from './en/links.ts'
import { notifications } from './en/notifications.ts'
import { objectives } from './en/objectives.ts'
import { organizations } from './en/organizations.ts'
import { outcomes } from './en/outcomes.ts'
import { outcomesLog } from './en/outcomes-log.ts'
import { outcomesOutbox } from './en/outcomes-outbox.ts'
import { outcomesWords } from './en/outcomes-words.ts'
import { people } from './en/people.ts'
import { privacy } from './en/privacy.ts'
import { privacyColumns } from './en/privacy-columns.ts'
import { programs } from './en/programs.ts'
import { rates } from './en/rates.ts'
import { recognition } from './en/recognition.ts'
import { reports } from './en/reports.ts'
import { review } from './en/review.ts'
import { shell } from './en/shell.ts'
import { stage } from './en/stage.ts'
import { transfers } from './en/transfers.ts'
import { views } from './en/views.ts'
import { words } from './en/words.ts'

export const en: Messages = {
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
}
