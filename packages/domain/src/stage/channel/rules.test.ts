import fc from 'fast-check'
import { expect, test } from 'vitest'
import { channelOf, messageFor } from './rules.ts'

test.each([
  ['https://hooks.slack.com/services/T0/B0/x', 'slack'],
  ['https://valmont.webhook.office.com/webhookb2/x', 'teams'],
  ['https://prod-12.westeurope.logic.azure.com/workflows/x?sig=y', 'teams'],
  ['http://hooks.slack.com/services/T0/B0/x', undefined],
  ['https://hooks.slack.com.evil.example/services/x', undefined],
  ['https://evilwebhook.office.com/x', undefined],
  ['https://a:b@hooks.slack.com/services/x', undefined],
  ['https://hooks.slack.com:8443/services/x', undefined],
  ['https://127.0.0.1/services/x', undefined],
  ['hooks.slack.com', undefined],
])('%s', (address, kind) => {
  expect(channelOf(address)?.kind).toBe(kind)
})

test('nothing that somebody typed becomes a link or a mention', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom('<!channel>', '<https://x|y>', '&lt;', 'a|b>'), (a, b) => {
      const { text } = JSON.parse(messageFor('slack', { text: `${a}${b}`, label: b, url: 'https://o.example/s' }))
      expect(text.match(/<[^>]*>/g)).toHaveLength(1)
      expect(text.endsWith('>')).toBe(true)
      const { attachments } = JSON.parse(messageFor('teams', { text: `${a}${b}`, label: b, url: 'https://o.example/s' }))
      expect(attachments[0].content.body[0].inlines[0].text).toBe(`${a}${b}`)
    }),
  )
})
