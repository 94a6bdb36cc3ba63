import { Id } from '@oeuvre/domain/ids/ids'
import { SaveStageChannelInput, StageChannelOutput } from '@oeuvre/domain/stage/channel/schema'
import { Fairness } from '@oeuvre/domain/stage/fairness/schema'
import {
  AnswerAskedInput,
  AnswerStoryInput,
  AskedInput,
  AskedPage,
  ChooseStoryInput,
  FrontOutput,
  ListStoriesInput,
  ListStoriesOutput,
  OfOutcome,
  RewordStoryInput,
  SavedStory,
  ScheduleStoryInput,
  StoryPage,
  StoryVersion,
  TakeDownInput,
} from '@oeuvre/domain/stage/schema'
import { z } from 'zod'
import { orgProcedure, publicProcedure, router } from '../../trpc/procedures.ts'
import { answerAsked, openAsked } from './commands/answer-asked.ts'
import { answerStory } from './commands/answer-story.ts'
import { chooseStory } from './commands/choose-story.ts'
import { rewordStory } from './commands/reword-story.ts'
import { removeChannel, saveChannel } from './commands/save-channel.ts'
import { scheduleStory } from './commands/schedule-story.ts'
import { restoreStory, takeDownStory, undoChoice } from './commands/take-down-story.ts'
import { getChannel } from './queries/get-channel.ts'
import { getFairness } from './queries/get-fairness.ts'
import { getFront } from './queries/get-front.ts'
import { getOfOutcome, getStory } from './queries/get-story.ts'
import { listStories } from './queries/list-stories.ts'

const reading = orgProcedure('stage.read')
const choosing = orgProcedure('stage.choose')
const administering = orgProcedure('organization.administer')

export const stageRouter = router({
  front: reading.output(FrontOutput).query(({ ctx }) => getFront(ctx)),
  list: reading
    .input(ListStoriesInput)
    .output(ListStoriesOutput)
    .query(({ ctx, input }) => listStories(ctx, input)),
  get: reading
    .input(z.object({ id: Id }))
    .output(StoryPage)
    .query(({ ctx, input }) => getStory(ctx, input)),
  ofOutcome: reading
    .input(z.object({ outcomeId: Id }))
    .output(OfOutcome)
    .query(({ ctx, input }) => getOfOutcome(ctx, input)),
  /** Of those who take part, each for themself. */
  answer: reading.input(AnswerStoryInput).mutation(({ ctx, input }) => answerStory(ctx, input)),
  fairness: choosing.output(Fairness).query(({ ctx }) => getFairness(ctx)),
  choose: choosing
    .input(ChooseStoryInput)
    .output(SavedStory)
    .mutation(({ ctx, input }) => chooseStory(ctx, input)),
  reword: choosing
    .input(RewordStoryInput)
    .output(SavedStory)
    .mutation(({ ctx, input }) => rewordStory(ctx, input)),
  // Both are sent in a body: no address and no log names the token.
  openAsked: publicProcedure('the page behind the link by which somebody without a login is asked for their consent')
    .input(AskedInput)
    .output(AskedPage)
    .mutation(({ ctx, input }) => openAsked(ctx, input)),
  answerAsked: publicProcedure('guarded by the link that was mailed to whoever it asks')
    .input(AnswerAskedInput)
    .output(AnswerAskedInput.pick({ answer: true }))
    .mutation(({ ctx, input }) => answerAsked(ctx, input)),
  schedule: choosing
    .input(ScheduleStoryInput)
    .output(SavedStory)
    .mutation(({ ctx, input }) => scheduleStory(ctx, input)),
  takeDown: choosing
    .input(TakeDownInput)
    .output(SavedStory)
    .mutation(({ ctx, input }) => takeDownStory(ctx, input)),
  undo: choosing
    .input(StoryVersion)
    .output(SavedStory)
    .mutation(({ ctx, input }) => undoChoice(ctx, input)),
  restore: choosing
    .input(StoryVersion)
    .output(SavedStory)
    .mutation(({ ctx, input }) => restoreStory(ctx, input)),
  channel: administering.output(StageChannelOutput).query(({ ctx }) => getChannel(ctx)),
  saveChannel: administering
    .input(SaveStageChannelInput)
    .output(StageChannelOutput)
    .mutation(({ ctx, input }) => saveChannel(ctx, input)),
  removeChannel: administering.output(StageChannelOutput).mutation(({ ctx }) => removeChannel(ctx)),
})
