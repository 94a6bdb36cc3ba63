import type { SetUpProgress } from '@oeuvre/domain/organizations/set-up/schema'

export const setUpSteps = ['people', 'access', 'settings', 'deals'] as const
export type SetUpStep = (typeof setUpSteps)[number]
export type SetUpState = { readonly step: SetUpStep; readonly isDone: boolean }

/** The steps in the order that saves work, and which of them is done. Whoever set the organization up is its first person. */
export function stepsOf({ people, withAccess, invited, hasSettings, hasOutcomes }: SetUpProgress): readonly SetUpState[] {
  const isDone = { people: people > 1, access: withAccess > 1 || invited > 0, settings: hasSettings, deals: hasOutcomes }
  return setUpSteps.map((step) => ({ step, isDone: isDone[step] }))
}

/** Still to be set going: nobody else, or no result. Settings alone, as they came, hold nothing up. */
export function isNewOrganization(progress: SetUpProgress): boolean {
  return stepsOf(progress).some(({ step, isDone }) => !isDone && step !== 'settings')
}
