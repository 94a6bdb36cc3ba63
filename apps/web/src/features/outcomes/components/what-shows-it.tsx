import type { FileOutput } from '@oeuvre/domain/files/schema'
import type { EvidenceVisits } from '@oeuvre/domain/links/evidence/schema'
import type { OutcomeDetail } from '@oeuvre/domain/outcomes/schema'
import { TextLink } from '@oeuvre/ui/actions/text-link.tsx'
import { RungList } from '@oeuvre/ui/marks/rung-list.tsx'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { trpc } from '../../../lib/api.ts'
import { useFormat } from '../../../lib/format.ts'
import { evidenceAddress, thumbnailOf } from '../embed/evidence-address.ts'
import { useOutcomeWords } from '../model/use-outcome-words.ts'
import styles from './what-shows-it.module.css'

const rungs = [1, 2, 3, 4, 5] as const

/** The ladder written out, and what stands on its second rung. */
export function WhatShowsIt({ outcome }: { readonly outcome: OutcomeDetail }) {
  const t = useTranslations('review.outcome')
  const f = useFormat()
  const { evidence, rung: reached, decidedBy } = outcome
  const corroborating = useCorroborating(outcome)
  const verifier = decidedBy && (outcome.isDecidedByImport ? t('byImport', { name: decidedBy.name }) : decidedBy.name)
  const days: Partial<Record<(typeof rungs)[number], string | null>> = {
    1: outcome.createdAt,
    4: outcome.state === 'verified' ? outcome.decidedAt : null,
  }
  const notes: Partial<Record<(typeof rungs)[number], React.ReactNode>> = {
    1: outcome.author && t('by', { name: outcome.author.name }),
    2: evidence && evidence.length > 0 ? <Links outcomeId={outcome.id} evidence={evidence} /> : null,
    3: corroborating,
    4: outcome.state === 'verified' ? verifier : null,
    5: outcome.externalId && t('crm', { id: outcome.externalId }),
  }
  return (
    <RungList
      items={rungs.map((rung) => {
        const at = days[rung]
        return {
          key: String(rung),
          rung,
          title: t(`rungs.${rung}`),
          note: notes[rung] ?? undefined,
          end: at && f.instantDay(at, 'short'),
          reached:
            rung === 2
              ? evidence === null
                ? reached >= 2
                : evidence.length > 0
              : rung === 3
                ? reached === 3 || corroborating !== null
                : reached >= rung,
        }
      })}
    />
  )
}

/** By whom, where nobody says otherwise: those named who agree, or the client; null: nobody. */
function useCorroborating({ id, evidence }: OutcomeDetail): string | null {
  const t = useTranslations('answers')
  const f = useFormat()
  const { data } = useQuery(trpc.outcomes.answers.queryOptions({ id }))
  const names = data && !data.isUnsettled ? data.positions.filter((one) => one.agrees).map((one) => one.by.name) : []
  const client = evidence?.find((one) => one.isFromClient)
  const said = [
    ...(names.length > 0 ? [t('split.agree', { names: f.list(names) })] : []),
    ...(client ? [t('client.says', { name: client.addedBy?.name ?? '' })] : []),
  ]
  return said.length > 0 ? said.join(' ') : null
}

type LinksProps = { readonly outcomeId: string; readonly evidence: NonNullable<OutcomeDetail['evidence']> }

export function Links({ outcomeId, evidence }: LinksProps) {
  const t = useTranslations('review.outcome')
  const answers = useTranslations('answers.client')
  const { names } = useOutcomeWords()
  return (
    <span className={styles.links}>
      {evidence.map(({ id, address, caption, platform, file, isFromClient, visits }) => (
        <span key={id}>
          {file ? (
            <FileLink file={file} caption={caption} address={evidenceAddress(outcomeId, id)} />
          ) : address === null ? (
            <span>{t('hiddenLink', { platform: platform ? names.platform(platform) : '' })}</span>
          ) : (
            <TextLink href={address} target="_blank" rel="noopener noreferrer">
              {caption || shortened(address)}
            </TextLink>
          )}
          {isFromClient && <small> {answers('mark')}</small>}
          {visits && <Visits visits={visits} />}
        </span>
      ))}
    </span>
  )
}

/** How often people followed a tracked link: shown, and counted in nothing. */
function Visits({ visits: { visits, from, to, redirectedOn } }: { readonly visits: EvidenceVisits }) {
  const t = useTranslations('review.outcome')
  const f = useFormat()
  const when =
    from === null || to === null
      ? ''
      : from === to
        ? f.day(from, 'medium')
        : t('visitsBetween', { from: f.day(from, 'medium'), to: f.day(to, 'medium') })
  const elsewhere = redirectedOn === null ? '' : t('redirected', { day: f.day(redirectedOn, 'medium') })
  return <small> {[t('visits', { count: visits }), when, elsewhere].filter(Boolean).join(' · ')}</small>
}

type FileLinkProps = { readonly file: FileOutput; readonly caption: string; readonly address: string }

/** A picture is looked at, anything else is saved: it runs nothing here. */
function FileLink({ file, caption, address }: FileLinkProps) {
  const f = useFormat()
  const name = caption || file.name
  return (
    <span className={styles.file}>
      <TextLink href={address} target="_blank" rel="noreferrer">
        {file.kind === 'image' && <img src={thumbnailOf(address)} alt="" loading="lazy" className={styles.picture} />}
        {name}
      </TextLink>{' '}
      <small>{f.bytes(file.size)}</small>
    </span>
  )
}

function shortened(address: string): string {
  const bare = address.replace(/^https?:\/\/(www\.)?/i, '').replace(/\/$/, '')
  return bare.length > 60 ? `${bare.slice(0, 57)}…` : bare
}
