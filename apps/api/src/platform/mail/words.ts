import type { Topic } from '@oeuvre/domain/notifications/schema'

type About = { readonly by: string; readonly title: string; readonly count: number }

/** What mail says, in one language. The application's own words stand in its catalogues; these are read without it. */
export type MailWords = {
  readonly somebody: string
  readonly untitled: string
  readonly topics: Readonly<Record<Topic, (about: About) => string>>
  subjectOfSeveral(count: number, organization: string): string
  daily(organization: string): string
  weekly(organization: string): string
  monthly(organization: string, month: string): string
  onStageIn(month: string): string
  /** More came on stage than the letter names. */
  readonly others: string
  readonly openStage: string
  /** In a channel. */
  posted(title: string): string
  readonly readStory: string
  /** To somebody without a login, who takes part in a story. */
  readonly asked: {
    subject(by: string, organization: string): string
    text(by: string, title: string): string
    readonly rest: string
    readonly open: string
    why(organization: string): string
  }
  /** To somebody who left, at the address that they gave. */
  readonly work: {
    subject(organization: string): string
    text(organization: string, days: number): string
    readonly open: string
    why(organization: string): string
  }
  hello(name: string): string
  readonly news: string
  readonly waiting: string
  toReview(count: number, isMore: boolean): string
  toChange(count: number): string
  more(count: number): string
  readonly open: string
  readonly openInbox: string
  why(organization: string): string
  readonly choose: string
  readonly stop: string
}
