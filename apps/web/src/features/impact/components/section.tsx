import type { ImpactPage } from '@oeuvre/domain/impact/schema'
import { SideHead, type SideHeadProps } from '@oeuvre/ui/layout/side-head.tsx'
import type { DefinitionKey } from '../model/definitions.ts'
import { Definition } from './definition.tsx'

type SectionProps = Omit<SideHeadProps, 'title'> & {
  readonly title: string
  /** What its definition says; the first names the part. */
  readonly of: readonly [DefinitionKey, ...DefinitionKey[]]
  readonly page: ImpactPage
}

/** A part of the page: its title, its definition one click away, and the figure. */
export function Section({ of, page, end, title, ...head }: SectionProps) {
  return (
    <SideHead
      {...head}
      id={of[0]}
      title={title}
      end={
        <>
          <Definition of={of} title={title} page={page} />
          {end}
        </>
      }
    />
  )
}
