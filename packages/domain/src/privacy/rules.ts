import type { keeping } from '../time/keeping.ts'

import type { StoredTable } from './columns/schema.ts'
import type { StoredKind } from './schema.ts'

/** By the table of `time/keeping.ts`; or `erasure`: until its person asks for it, or is erased; texts are blanked and numbers stay. */
export type Kept = keyof typeof keeping | 'erasure' | 'withdrawal' | 'removal' | 'for-good'

/** Who learns of it, besides the person themself. */
export const audiences = [
  'colleagues',
  'concerned',
  'managers',
  'deciders',
  'executives',
  'administrators',
  'as-owner-says',
  'coaches',
  'nobody',
] as const
export type Audience = (typeof audiences)[number]

export type Stored = { readonly tables: readonly StoredTable[]; readonly kept: readonly Kept[]; readonly seenBy: readonly Audience[] }

/**
 * What is stored about people: each table of the database that holds or names a person stands in exactly one row, which a test holds against
 * the catalogue. What, why and where in words: `privacy.kinds.<kind>` of the message catalogues.
 */
export const stored: Readonly<Record<StoredKind, Stored>> = {
  people: {
    tables: ['person', 'membership', 'role_grant', 'access_link', 'team_membership', 'team_manager', 'delegation'],
    kept: ['erasure'],
    seenBy: ['colleagues'],
  },
  signIn: {
    tables: ['user', 'auth_account', 'session', 'verification', 'attempt_limit', 'request_key'],
    kept: ['session'],
    seenBy: ['nobody'],
  },
  accounts: {
    tables: ['social_account', 'account_consent', 'account_feed', 'account_use', 'account_question'],
    kept: ['withdrawal', 'withdrawnAccount'],
    seenBy: ['as-owner-says'],
  },
  outcomes: {
    tables: [
      'outcome',
      'outcome_version',
      'outcome_channel',
      'outcome_comparison',
      'outcome_search',
      'contributor',
      'contributor_answer',
      'evidence',
      'review_step',
      'review_note',
      'review_look',
    ],
    kept: ['erasure'],
    seenBy: ['concerned', 'deciders', 'managers', 'colleagues'],
  },
  ledger: {
    tables: ['credit', 'credit_channel', 'rollup_part', 'rollup_count', 'rollup_kind'],
    kept: ['for-good'],
    seenBy: ['managers', 'executives'],
  },
  events: { tables: ['event', 'rate_load', 'closed_period', 'reopened_period'], kept: ['for-good'], seenBy: ['administrators'] },
  comments: { tables: ['comment'], kept: ['removal'], seenBy: ['concerned', 'deciders'] },
  thanks: {
    tables: ['kudos', 'kudos_person', 'award', 'award_person', 'award_result', 'portfolio', 'portfolio_link'],
    kept: ['removal'],
    seenBy: ['as-owner-says'],
  },
  files: {
    tables: ['stored_file', 'file_upload'],
    kept: ['removal', 'unusedFile', 'givenUpUpload'],
    seenBy: ['concerned', 'deciders'],
  },
  programs: {
    tables: [
      'program',
      'program_participant',
      'program_account',
      'program_coach',
      'program_check_in',
      'program_note',
      'program_page',
      'objective',
    ],
    kept: ['removal', 'checkIn', 'removedNote'],
    seenBy: ['coaches'],
  },
  links: { tables: ['link', 'link_destination', 'link_visit'], kept: ['erasure', 'linkVisit'], seenBy: ['nobody'] },
  stage: {
    tables: ['stage_story', 'stage_consent', 'stage_former_words', 'stage_channel'],
    kept: ['erasure'],
    seenBy: ['colleagues', 'managers'],
  },
  notices: { tables: ['notification', 'notification_preference', 'mail'], kept: ['notice'], seenBy: ['nobody'] },
  imports: { tables: ['import', 'import_row'], kept: ['importFile'], seenBy: ['administrators'] },
  reports: {
    tables: ['report', 'report_delivery', 'report_recipient', 'report_schedule', 'print_token', 'saved_view'],
    kept: ['reportFile', 'reportDelivery'],
    seenBy: ['nobody'],
  },
}

/** Tables that hold and name nobody. */
export const withoutPeople: readonly string[] = [
  ...[
    'organization',
    'organization_directory',
    'organization_version',
    'holiday',
    'team',
    'team_placement',
    'account_setting',
    'own_platform',
  ],
  ...['outcome_type', 'channel', 'skill', 'review_reason', 'objective_type', 'program_channel', 'exchange_rate', 'rollup_state'],
  ...['link_code', 'link_domain', 'stage_team', 'recognition_setting'],
]
