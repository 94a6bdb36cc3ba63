/** What happens often and changes no figure. Whatever is not named here makes the figures ask again, so that nothing is forgotten. */
const quiet: ReadonlySet<string> = new Set([
  'outcome.drafted',
  'outcome.removed',
  'outcome.reminded',
  'outcome.escalated',
  'outcome.compared',
  'outcome.commented',
  'outcome.comment-edited',
  'outcome.comment-removed',
  'outcome.comment-restored',
  'kudos.given',
  'kudos.edited',
  'kudos.removed',
  'kudos.restored',
  'award.given',
  'award.revoked',
  'portfolio.link-made',
  'portfolio.link-mailed',
  'portfolio.fetched',
  'link.made',
  'link.withdrawn',
  'link.redirected',
  'link.restored',
])

/** Whether a figure of the impact page could be another after such an event: what waits for review, accounts, teams, settings. */
export function touchesFigures(eventType: string): boolean {
  return !quiet.has(eventType)
}
