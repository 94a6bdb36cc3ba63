/** A question that came late by so many days is not asked any more: the next one will be. */
export const askedWithin = 14
