import { buildApi, buildWeb, generate } from '../steps/making.ts'

/** `npm run build`: apps/web/dist and apps/api/dist. */
export async function build(): Promise<number> {
  await generate()
  await buildWeb()
  await buildApi()
  return 0
}
