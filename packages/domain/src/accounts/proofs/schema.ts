/** By what ownership was shown: a code in the profile, or its link that says "me" of an account shown before. */
export const proofKinds = ['code', 'rel-me'] as const
export type ProofKind = (typeof proofKinds)[number]
