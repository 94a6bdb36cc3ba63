import type { FileOutput } from '@oeuvre/domain/files/schema'
import { expect, test, vi } from 'vitest'
import { RefusedError } from '../../../lib/refusals.ts'
import type { KeptFile } from './kept-files.ts'
import { UploadQueue, type UploadWays } from './upload-queue.ts'

type Sent = Parameters<UploadWays['send']>[0] & { arrive(): void; fail(error: Error): void }

function makeQueue(kept: KeptFile[] = []) {
  const sent: Sent[] = []
  const device = new Map(kept.map((file) => [file.id, file]))
  const stored: string[] = []
  let minted = 0
  const queue = new UploadQueue({
    send: (sending) =>
      new Promise<FileOutput>((resolve, reject) => {
        const file: FileOutput = { id: sending.id, name: sending.name, mediaType: 'image/png', kind: 'image', size: 1, width: 1, height: 1 }
        sent.push({ ...sending, arrive: () => resolve(file), fail: reject })
      }),
    keep: async (file) => void device.set(file.id, file),
    drop: async (id) => void device.delete(id),
    listKept: async () => [...device.values()],
    mintId: () => `id-${++minted}`,
    now: () => 0,
  })
  queue.onStored = (file) => stored.push(file.name)
  const states = () => queue.store.get().map(({ name, state }) => `${name} ${state}`)
  return { queue, sent, device, stored, states }
}
const png = (name: string) => new File(['x'], name)
const lost = new RefusedError({ refusals: [{ code: 'unavailable' }], requestId: null, isLost: true })

test('a file arrives: told once, kept on the device until then', async () => {
  const { queue, sent, device, stored, states } = makeQueue()
  queue.add([png('a.png')])
  expect([states(), device.size, sent[0]?.isBegun]).toEqual([['a.png sending'], 1, false])
  sent[0]?.arrive()
  await vi.waitFor(() => expect(stored).toEqual(['a.png']), { timeout: 60_000 })
  expect([states(), device.size]).toEqual([[], 0])
})

test('without a line it waits, and goes on under the same id when there is one', async () => {
  const { queue, sent, device, states } = makeQueue()
  queue.add([png('a.png')])
  sent[0]?.fail(lost)
  await vi.waitFor(() => expect(states()).toEqual(['a.png waiting']), { timeout: 60_000 })
  expect(device.size).toBe(1)
  queue.wake()
  expect([sent[1]?.id, sent[1]?.isBegun, states()]).toEqual([sent[0]?.id, true, ['a.png sending']])
})

test('what is refused says why and is not kept; what plainly cannot be taken is not sent at all', async () => {
  const { queue, sent, device, states } = makeQueue()
  queue.add([png('a.png'), png('b.heic'), new File([], 'empty.png')])
  expect(sent).toHaveLength(1)
  sent[0]?.fail(new RefusedError({ refusals: [{ code: 'file-disguised' }], requestId: null, isLost: false }))
  await vi.waitFor(() => expect(states()).toEqual(['a.png refused', 'b.heic refused', 'empty.png refused']), { timeout: 60_000 })
  expect(device.size).toBe(0)
  queue.wake()
  expect(sent).toHaveLength(1)
})

test('what was chosen before a reload goes on; taken off, it stops and is forgotten', async () => {
  const { queue, sent, device, states } = makeQueue([{ id: 'before', name: 'a.png', content: png('a.png'), chosenAt: 0 }])
  await queue.start()
  expect([states(), sent[0]?.isBegun]).toEqual([['a.png sending'], true])
  // The page went and came back without a reload.
  queue.stop()
  await queue.start()
  expect(sent.map(({ signal }) => signal.aborted)).toEqual([true, false])
  queue.remove('before')
  expect([states(), device.size, sent[1]?.signal.aborted]).toEqual([[], 0, true])
})
