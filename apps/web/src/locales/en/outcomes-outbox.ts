export const outcomesOutbox = {
  title: 'Kept on this device, not yet at the server',
  kept: 'Goes when the line is back',
  sending: 'Sending…',
  look: 'Needs a look before it goes',
  toReview: 'For review',
  sent: 'Sent for review: {title}.',
  saved: 'Saved: {title}.',
} as const
