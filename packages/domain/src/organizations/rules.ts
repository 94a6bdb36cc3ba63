/** What a new organization starts with. Names come from the message catalogues through `code`, until somebody renames them. */
export const builtinTypes = [
  { code: 'client-won', valueKind: 'realised', pigment: 1 },
  { code: 'client-kept', valueKind: 'realised', pigment: 4 },
  { code: 'deal-expanded', valueKind: 'realised', pigment: 4 },
  { code: 'opportunity-found', valueKind: 'potential', pigment: 2 },
  { code: 'partner-found', valueKind: 'none', pigment: 6 },
  { code: 'hire-made', valueKind: 'none', pigment: 3 },
  { code: 'message-landed', valueKind: 'none', pigment: 5 },
  { code: 'press-or-speaking', valueKind: 'none', pigment: 7 },
  { code: 'market-insight', valueKind: 'none', pigment: 8 },
  { code: 'support-solved', valueKind: 'none', pigment: 8 },
] as const satisfies readonly { code: string; valueKind: 'realised' | 'potential' | 'none'; pigment: number }[]

function platformOf(code: string): string | null {
  if (code === 'social') return null
  return code === 'viva-engage' ? 'engage' : code
}

/** Social: a platform, or `social` where it is not stated which. */
export const builtinChannels = [
  ...[
    'social',
    'linkedin',
    'x',
    'facebook',
    'instagram',
    'youtube',
    'tiktok',
    'threads',
    'bluesky',
    'mastodon',
    'github',
    'viva-engage',
    'slack',
    'teams',
    'blog',
    'forum',
  ].map((code) => ({ code, kind: 'social' as const, platform: platformOf(code) })),
  ...['phone', 'e-mail', 'event', 'referral', 'inbound-web', 'partner', 'in-person'].map((code) => ({
    code,
    kind: 'conventional' as const,
    platform: null,
  })),
]

export const builtinSkills = [
  'selling',
  'recruiting',
  'support',
  'research',
  'purchasing',
  'marketing',
  'engineering',
  'communication',
] as const

/** Why a result is declined, or sent back to be made clearer. */
export const builtinReasons = [
  ...['duplicate', 'not-a-result', 'not-ours', 'no-evidence', 'wrong-period', 'other'].map((code, position) => ({
    kind: 'decline' as const,
    code,
    position,
  })),
  ...['value', 'evidence', 'contributors', 'story', 'date', 'other'].map((code, position) => ({
    kind: 'changes' as const,
    code,
    position,
  })),
] as const
