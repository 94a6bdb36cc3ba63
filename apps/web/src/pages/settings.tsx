import { LinkDomainsPart } from '../features/links/embed/link-domains.tsx'
import { Settings } from '../features/organizations/screens/settings.tsx'
import { OwnTrendPart } from '../features/recognition/embed/own-trend-part.tsx'
import { StageChannelPart } from '../features/stage/embed/stage-channel.tsx'

/** All that an organization decides once, what other slices ask included. */
export function SettingsPage() {
  return (
    <>
      <Settings />
      <LinkDomainsPart />
      <OwnTrendPart />
      <StageChannelPart />
    </>
  )
}
