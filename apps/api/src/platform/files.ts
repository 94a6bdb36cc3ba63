import { resolve } from 'node:path'
import { Disk } from 'flydrive'
import { FSDriver } from 'flydrive/drivers/fs'

/** Where files are kept: a folder that all servers share. Keys are ours, never a name that somebody sent. */
export function openFiles(filesDir: string): Disk {
  return new Disk(new FSDriver({ location: resolve(filesDir), visibility: 'private' }))
}
