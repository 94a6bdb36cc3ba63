import { Id } from '@oeuvre/domain/ids/ids'
import { AnswerInput, AnswersOutput, AskedOutput, SettleSplitInput, TakeBackAnswerInput } from '@oeuvre/domain/outcomes/answers/schema'
import {
  AddCommentInput,
  AudienceOutput,
  CommentOutput,
  CommentsOutput,
  EditCommentInput,
  ListCommentsInput,
} from '@oeuvre/domain/outcomes/comments/schema'
import { UnconvertedOutput } from '@oeuvre/domain/outcomes/conversion/schema'
import { ListFilter, ListOutcomesInput, ListOutcomesOutput } from '@oeuvre/domain/outcomes/filter/schema'
import { ChangesSinceOutput, HistoryOutput, ReadVersionInput, ReadVersionOutput } from '@oeuvre/domain/outcomes/history/schema'
import { CompareInput, LikeDraftInput, LikeOutput, RequestsOutput } from '@oeuvre/domain/outcomes/likeness/schema'
import { MergeInput, UndoMergeInput } from '@oeuvre/domain/outcomes/merge/schema'
import {
  AmendInput,
  CappedCount,
  ConfirmSecondLookInput,
  DecisionOutput,
  DeclineInput,
  LookInput,
  QuestionedOutput,
  QueueInput,
  QueueOutput,
  RemoveDraftsInput,
  ReopenAsDraftInput,
  ReopenInput,
  RequestChangesInput,
  ReturnSecondLookInput,
  SubmitInput,
  UndoInput,
  VerifyInput,
  WithdrawInput,
} from '@oeuvre/domain/outcomes/review/schema'
import {
  OutcomeDetail,
  SavedOutcome,
  SaveOutcomeInput,
  SubmitOutcomeInput,
  SuggestSubjectsInput,
  SuggestSubjectsOutput,
  TellStoryInput,
} from '@oeuvre/domain/outcomes/schema'
import {
  ArchiveWordInput,
  OrderWordsInput,
  SaveChannelInput,
  SaveReasonInput,
  SaveSkillInput,
  SaveTypeInput,
  VocabularyOutput,
} from '@oeuvre/domain/outcomes/types/schema'
import { OrderViewsInput, SaveViewInput, ViewScreen, ViewsOutput } from '@oeuvre/domain/outcomes/views/schema'
import { z } from 'zod'
import { orgProcedure, router } from '../../trpc/procedures.ts'
import { amendOutcome, tellStory } from './commands/amend-outcome.ts'
import { answerContribution, takeBackAnswer } from './commands/answer-contribution.ts'
import { answerRequest } from './commands/answer-request.ts'
import { archiveWord } from './commands/archive-word.ts'
import { compareOutcomes } from './commands/compare-outcomes.ts'
import { lookAtOutcome } from './commands/look-at-outcome.ts'
import { mergeOutcomes } from './commands/merge-outcomes.ts'
import { orderWords } from './commands/order-words.ts'
import { removeComment, restoreComment } from './commands/remove-comment.ts'
import { removeDrafts } from './commands/remove-drafts.ts'
import { reopenAsDraft, reopenOutcomes, undoDecisions } from './commands/reopen-outcomes.ts'
import { declineOutcomes, requestChanges, returnSecondLook } from './commands/return-outcomes.ts'
import { saveChannel } from './commands/save-channel.ts'
import { logOutcome, saveOutcome } from './commands/save-outcome.ts'
import { saveReason } from './commands/save-reason.ts'
import { saveSkill } from './commands/save-skill.ts'
import { saveType } from './commands/save-type.ts'
import { orderViews, removeView, restoreView, saveView } from './commands/save-view.ts'
import { addComment, editComment } from './commands/say-comment.ts'
import { settleSplit } from './commands/settle-split.ts'
import { submitOutcomes } from './commands/submit-outcomes.ts'
import { undoMerge } from './commands/undo-merge.ts'
import { confirmSecondLook, verifyOutcomes } from './commands/verify-outcomes.ts'
import { withdrawOutcomes } from './commands/withdraw-outcomes.ts'
import { getChangesSince } from './queries/get-changes-since.ts'
import { getHistory } from './queries/get-history.ts'
import { getOutcome } from './queries/get-outcome.ts'
import { listAnswers } from './queries/list-answers.ts'
import { listAsked } from './queries/list-asked.ts'
import { listAudience, listComments } from './queries/list-comments.ts'
import { listDoubles, listLikeDraft } from './queries/list-doubles.ts'
import { countOutcomes, listOutcomes } from './queries/list-outcomes.ts'
import { listQuestioned } from './queries/list-questioned.ts'
import { listRequests } from './queries/list-requests.ts'
import { countReview, listReviewQueue } from './queries/list-review-queue.ts'
import { listUnconverted } from './queries/list-unconverted.ts'
import { listViews } from './queries/list-views.ts'
import { listVocabulary } from './queries/list-vocabulary.ts'
import { readVersion } from './queries/read-version.ts'
import { suggestSubjects } from './queries/suggest-subjects.ts'

const reading = orgProcedure('outcome.read')
const logging = orgProcedure('outcome.log')
const commenting = orgProcedure('outcome.comment')
const reviewing = orgProcedure('outcome.review')
const administering = orgProcedure('outcome.administerTypes')

export const outcomesRouter = router({
  vocabulary: reading.output(VocabularyOutput).query(({ ctx }) => listVocabulary(ctx)),
  list: reading
    .input(ListOutcomesInput)
    .output(ListOutcomesOutput)
    .query(({ ctx, input }) => listOutcomes(ctx, input)),
  count: reading
    .input(ListFilter)
    .output(CappedCount)
    .query(({ ctx, input }) => countOutcomes(ctx, input)),
  get: reading
    .input(z.object({ id: Id }))
    .output(OutcomeDetail)
    .query(({ ctx, input }) => getOutcome(ctx, input)),
  history: reading
    .input(z.object({ id: Id }))
    .output(HistoryOutput)
    .query(({ ctx, input }) => getHistory(ctx, input)),
  version: reading
    .input(ReadVersionInput)
    .output(ReadVersionOutput)
    .query(({ ctx, input }) => readVersion(ctx, input)),
  unconverted: orgProcedure('rate.readMissing')
    .output(UnconvertedOutput)
    .query(({ ctx }) => listUnconverted(ctx)),
  suggestSubjects: logging
    .input(SuggestSubjectsInput)
    .output(SuggestSubjectsOutput)
    .query(({ ctx, input }) => suggestSubjects(ctx, input)),
  likeDraft: logging
    .input(LikeDraftInput)
    .output(LikeOutput)
    .query(({ ctx, input }) => listLikeDraft(ctx, input)),
  doubles: reading
    .input(z.object({ id: Id }))
    .output(LikeOutput)
    .query(({ ctx, input }) => listDoubles(ctx, input)),
  requests: reading
    .input(z.object({ id: Id }))
    .output(RequestsOutput)
    .query(({ ctx, input }) => listRequests(ctx, input)),
  answerRequest: logging.input(CompareInput).mutation(({ ctx, input }) => answerRequest(ctx, input)),
  compare: logging.input(CompareInput).mutation(({ ctx, input }) => compareOutcomes(ctx, input)),
  save: logging
    .input(SaveOutcomeInput)
    .output(SavedOutcome)
    .mutation(({ ctx, input }) => saveOutcome(ctx, input)),
  log: logging
    .input(SubmitOutcomeInput)
    .output(SavedOutcome)
    .mutation(({ ctx, input }) => logOutcome(ctx, input)),
  submit: logging
    .input(SubmitInput)
    .output(DecisionOutput)
    .mutation(({ ctx, input }) => submitOutcomes(ctx, input)),
  withdraw: logging
    .input(WithdrawInput)
    .output(DecisionOutput)
    .mutation(({ ctx, input }) => withdrawOutcomes(ctx, input)),
  reopenAsDraft: logging
    .input(ReopenAsDraftInput)
    .output(DecisionOutput)
    .mutation(({ ctx, input }) => reopenAsDraft(ctx, input)),
  tellStory: logging
    .input(TellStoryInput)
    .output(SavedOutcome)
    .mutation(({ ctx, input }) => tellStory(ctx, input)),
  answers: reading
    .input(z.object({ id: Id }))
    .output(AnswersOutput)
    .query(({ ctx, input }) => listAnswers(ctx, input)),
  asked: reading.output(AskedOutput).query(({ ctx }) => listAsked(ctx)),
  answer: logging.input(AnswerInput).mutation(({ ctx, input }) => answerContribution(ctx, input)),
  takeBackAnswer: logging.input(TakeBackAnswerInput).mutation(({ ctx, input }) => takeBackAnswer(ctx, input)),
  settleSplit: logging
    .input(SettleSplitInput)
    .output(SavedOutcome)
    .mutation(({ ctx, input }) => settleSplit(ctx, input)),
  removeDrafts: logging.input(RemoveDraftsInput).mutation(({ ctx, input }) => removeDrafts(ctx, input)),
})

export const commentsRouter = router({
  list: reading
    .input(ListCommentsInput)
    .output(CommentsOutput)
    .query(({ ctx, input }) => listComments(ctx, input)),
  audience: commenting
    .input(z.object({ outcomeId: Id }))
    .output(AudienceOutput)
    .query(({ ctx, input }) => listAudience(ctx, input)),
  add: commenting
    .input(AddCommentInput)
    .output(CommentOutput)
    .mutation(({ ctx, input }) => addComment(ctx, input)),
  edit: commenting
    .input(EditCommentInput)
    .output(CommentOutput)
    .mutation(({ ctx, input }) => editComment(ctx, input)),
  remove: commenting.input(z.object({ id: Id })).mutation(({ ctx, input }) => removeComment(ctx, input)),
  restore: commenting.input(z.object({ id: Id })).mutation(({ ctx, input }) => restoreComment(ctx, input)),
})

export const viewsRouter = router({
  list: reading
    .input(z.object({ screen: ViewScreen }))
    .output(ViewsOutput)
    .query(({ ctx, input }) => listViews(ctx, input)),
  save: reading.input(SaveViewInput).mutation(({ ctx, input }) => saveView(ctx, input)),
  order: reading.input(OrderViewsInput).mutation(({ ctx, input }) => orderViews(ctx, input)),
  remove: reading.input(z.object({ id: Id })).mutation(({ ctx, input }) => removeView(ctx, input)),
  restore: reading.input(z.object({ id: Id })).mutation(({ ctx, input }) => restoreView(ctx, input)),
})

export const vocabularyRouter = router({
  saveType: administering.input(SaveTypeInput).mutation(({ ctx, input }) => saveType(ctx, input)),
  saveChannel: administering.input(SaveChannelInput).mutation(({ ctx, input }) => saveChannel(ctx, input)),
  saveSkill: administering.input(SaveSkillInput).mutation(({ ctx, input }) => saveSkill(ctx, input)),
  saveReason: administering.input(SaveReasonInput).mutation(({ ctx, input }) => saveReason(ctx, input)),
  archive: administering.input(ArchiveWordInput).mutation(({ ctx, input }) => archiveWord(ctx, input)),
  order: administering.input(OrderWordsInput).mutation(({ ctx, input }) => orderWords(ctx, input)),
})

export const reviewRouter = router({
  queue: reviewing
    .input(QueueInput)
    .output(QueueOutput)
    .query(({ ctx, input }) => listReviewQueue(ctx, input)),
  questioned: reviewing.output(QuestionedOutput).query(({ ctx }) => listQuestioned(ctx)),
  changes: reviewing
    .input(z.object({ id: Id }))
    .output(ChangesSinceOutput)
    .query(({ ctx, input }) => getChangesSince(ctx, input)),
  look: reviewing.input(LookInput).mutation(({ ctx, input }) => lookAtOutcome(ctx, input)),
  count: reviewing.output(CappedCount).query(({ ctx }) => countReview(ctx)),
  verify: reviewing
    .input(VerifyInput)
    .output(DecisionOutput)
    .mutation(({ ctx, input }) => verifyOutcomes(ctx, input)),
  confirm: reviewing
    .input(ConfirmSecondLookInput)
    .output(DecisionOutput)
    .mutation(({ ctx, input }) => confirmSecondLook(ctx, input)),
  return: reviewing
    .input(ReturnSecondLookInput)
    .output(DecisionOutput)
    .mutation(({ ctx, input }) => returnSecondLook(ctx, input)),
  requestChanges: reviewing
    .input(RequestChangesInput)
    .output(DecisionOutput)
    .mutation(({ ctx, input }) => requestChanges(ctx, input)),
  decline: reviewing
    .input(DeclineInput)
    .output(DecisionOutput)
    .mutation(({ ctx, input }) => declineOutcomes(ctx, input)),
  reopen: reviewing
    .input(ReopenInput)
    .output(DecisionOutput)
    .mutation(({ ctx, input }) => reopenOutcomes(ctx, input)),
  undo: reviewing
    .input(UndoInput)
    .output(DecisionOutput)
    .mutation(({ ctx, input }) => undoDecisions(ctx, input)),
  merge: reviewing
    .input(MergeInput)
    .output(DecisionOutput)
    .mutation(({ ctx, input }) => mergeOutcomes(ctx, input)),
  undoMerge: reviewing
    .input(UndoMergeInput)
    .output(DecisionOutput)
    .mutation(({ ctx, input }) => undoMerge(ctx, input)),
  amend: reviewing
    .input(AmendInput)
    .output(SavedOutcome)
    .mutation(({ ctx, input }) => amendOutcome(ctx, input)),
})
