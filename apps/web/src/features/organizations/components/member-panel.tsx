import type { AccessRow, NewLink } from '@oeuvre/domain/organizations/access/schema'
import { Notice } from '@oeuvre/ui/feedback/notice.tsx'
import { LineSkeleton, Loading } from '@oeuvre/ui/feedback/skeletons.tsx'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { ScreenLink } from '../../../components/screen-links.tsx'
import { SidePanel } from '../../../components/side-panel.tsx'
import { describe, useWords } from '../../../lib/errors.ts'
import { useFormat } from '../../../lib/format.ts'
import { useShell } from '../../../lib/shell.ts'
import { memberOptions } from '../model/access-queries.ts'
import { sayingOf } from '../model/member.ts'
import classes from './member.module.css'
import { MemberEnding } from './member-ending.tsx'
import { InviteAgain, MemberInvitation } from './member-invitation.tsx'
import { MemberPassword } from './member-password.tsx'
import { MemberRoles } from './member-roles.tsx'
import { NewLinkCard } from './new-link.tsx'

/** Somebody's access: how it stands, their roles, and what an administrator can do about it. */
export function MemberPanel({ personId, onClose }: { readonly personId: string; readonly onClose: () => void }) {
  const t = useTranslations('organizations')
  const words = useWords()
  const { data, error } = useQuery(memberOptions(personId))
  const member = data?.items[0]
  return (
    <SidePanel title={member?.name ?? t('access.state')} onClose={onClose}>
      {member && <Member key={member.personId} member={member} />}
      {data && !member && <p className={classes.say}>{t('panel.notHere')}</p>}
      {!data && error && <Notice tone="error">{describe(error, words)}</Notice>}
      {!data && !error && (
        <Loading label={t('loading')}>
          <LineSkeleton lines={8} />
        </Loading>
      )}
    </SidePanel>
  )
}

type Made = { readonly kind: 'invitation' | 'reset'; readonly link: NewLink }

function Member({ member }: { readonly member: AccessRow }) {
  const t = useTranslations('organizations')
  const [made, setMade] = useState<Made | null>(null)
  const { can } = member
  return (
    <>
      <Saying member={member} />
      {made && <NewLinkCard key={made.link.id} title={t(`link.${made.kind}`, { name: member.name })} link={made.link} />}
      {member.invitation && (
        <MemberInvitation member={member} onMade={(link) => setMade({ kind: 'invitation', link })} onWithdrawn={() => setMade(null)} />
      )}
      {(can.changeRoles || member.roles.length > 0) && <MemberRoles member={member} />}
      {can.resetPassword && <MemberPassword member={member} onMade={(link) => setMade({ kind: 'reset', link })} />}
      <MemberEnding member={member} />
      {can.invite && !member.invitation && <InviteAgain member={member} onMade={(link) => setMade({ kind: 'invitation', link })} />}
    </>
  )
}

function Saying({ member }: { readonly member: AccessRow }) {
  const t = useTranslations('organizations.panel')
  const { organization } = useShell()
  const { instantDay } = useFormat()
  const { invitation } = member
  const email = invitation?.email ?? member.email ?? ''
  const day = invitation ? instantDay(invitation.expiresAt) : ''
  return (
    <>
      <p className={classes.say}>{t(sayingOf(member), { email, day })}</p>
      <p className={classes.record}>
        <ScreenLink to="/$organization/admin/people" params={{ organization }} search={{ person: member.personId }}>
          {t('toPerson')}
        </ScreenLink>
      </p>
    </>
  )
}
