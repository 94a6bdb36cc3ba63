/** How days are put together. Apart from what computes them: routes load this, and the calendar library is heavy. `year`: the fiscal year. */
export const grains = ['day', 'week', 'month', 'quarter', 'year'] as const
export type Grain = (typeof grains)[number]
