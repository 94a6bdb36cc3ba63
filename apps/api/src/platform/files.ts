import { resolve } from 'node:path'
import { Disk } from 'flydrive'
import { FSDriver } from 'flydrive/drivers/fs'

/** Buckets by their address, opened once by `prepareFiles`: their library is loaded only where one is used. */
const buckets = new Map<string, Disk>()

/**
 * Where files are kept: a folder that all servers share, or `s3://bucket`, whose keys, region and endpoint are the environment
 * variables that every S3 client reads (AWS_ACCESS_KEY_ID, AWS_REGION, AWS_ENDPOINT_URL_S3 …). Keys are ours, never a name that somebody sent.
 */
export function openFiles(filesDir: string): Disk {
  if (!isBucket(filesDir)) return new Disk(new FSDriver({ location: resolve(filesDir), visibility: 'private' }))
  const disk = buckets.get(filesDir)
  if (!disk) throw new Error('the bucket was not prepared')
  return disk
}

function isBucket(filesDir: string): boolean {
  return filesDir.startsWith('s3://')
}

/** Before anything is kept or fetched. */
export async function prepareFiles(filesDir: string): Promise<void> {
  if (!isBucket(filesDir) || buckets.has(filesDir)) return
  const { S3Driver } = await import('flydrive/drivers/s3')
  // Buckets of one's own are addressed by path; the big ones understand that too. Rights are the bucket's, never an object's.
  buckets.set(
    filesDir,
    new Disk(new S3Driver({ bucket: new URL(filesDir).hostname, visibility: 'private', supportsACL: false, forcePathStyle: true })),
  )
}
