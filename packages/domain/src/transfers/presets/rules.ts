import { wordKey } from '../keys/rules.ts'
import type { DealField } from '../words/rules.ts'

export const presetNames = ['hubspot', 'salesforce', 'pipedrive'] as const
export type PresetName = (typeof presetNames)[number]

/** `null`: a column that would be taken for something it is not. */
type Preset = {
  readonly name: PresetName
  /** Headers that only this system writes; so many of them must be there. */
  readonly signature: readonly string[]
  readonly needed: number
  readonly fields: Readonly<Record<string, DealField | null>>
}

const presets: readonly Preset[] = [
  {
    name: 'pipedrive',
    signature: [
      'dealtitle',
      'dealowner',
      'dealstatus',
      'dealvalue',
      'dealwontime',
      'dealdealcreated',
      'dealorganization',
      'dealid',
      'affairetitre',
      'affaireproprietaire',
      'affairestatut',
      'affairevaleur',
      'affairegagnele',
      'affaireaffairecreee',
      'affaireorganisation',
      'affaireid',
    ],
    needed: 4,
    fields: {
      dealid: 'externalId',
      dealtitle: 'title',
      dealorganization: 'subject',
      dealstatus: 'stage',
      dealstage: null,
      dealpipeline: null,
      dealvalue: 'value',
      dealcurrency: 'currency',
      dealcurrencyofvalue: 'currency',
      dealowner: 'lead',
      dealwontime: 'closedOn',
      dealclosedon: null,
      dealdealclosedon: null,
      dealexpectedclosedate: null,
      dealdealcreated: 'openedOn',
      dealdealcreatedon: 'openedOn',
      dealsourcechannel: 'channel',
      dealsource: 'channel',
      dealcreator: null,
      dealcontactperson: null,
      affaireid: 'externalId',
      affairetitre: 'title',
      affaireorganisation: 'subject',
      affairestatut: 'stage',
      affaireetape: null,
      affairepipeline: null,
      affairevaleur: 'value',
      affairedevise: 'currency',
      affairedevisedevaleur: 'currency',
      affairedevisedelavaleur: 'currency',
      affaireproprietaire: 'lead',
      affairegagnele: 'closedOn',
      affairegagneele: 'closedOn',
      affairedatedegain: 'closedOn',
      affaireaffairecreee: 'openedOn',
      affaireaffairecreeele: 'openedOn',
      affairecreeele: 'openedOn',
      affairesource: 'channel',
      affairecanalsource: 'channel',
      affairecreateur: null,
      affairepersonneacontacter: null,
    },
  },
  {
    name: 'hubspot',
    signature: [
      'recordid',
      'dealname',
      'dealstage',
      'dealowner',
      'hsobjectid',
      'hubspotownerid',
      'nomdelatransaction',
      'phasedelatransaction',
      'originaltrafficsource',
      'proprietairedelatransaction',
    ],
    needed: 2,
    fields: {
      recordid: 'externalId',
      hsobjectid: 'externalId',
      dealname: 'title',
      nomdelatransaction: 'title',
      dealstage: 'stage',
      phasedelatransaction: 'stage',
      closedate: 'closedOn',
      datedefermeture: 'closedOn',
      createdate: 'openedOn',
      datedecreation: 'openedOn',
      amount: 'value',
      montant: 'value',
      amountincompanycurrency: null,
      montantdansladevisedelentreprise: null,
      currency: 'currency',
      devise: 'currency',
      dealcurrencycode: 'currency',
      dealowner: 'lead',
      hubspotownerid: 'lead',
      proprietairedelatransaction: 'lead',
      associatedcompany: 'subject',
      entrepriseassociee: 'subject',
      associatedcompanyids: null,
      originaltrafficsource: 'channel',
      originalsourcetype: 'channel',
      hsanalyticssource: 'channel',
      hsmanualforecastcategory: null,
      pipeline: null,
      description: 'story',
    },
  },
  {
    name: 'salesforce',
    signature: [
      'opportunityid',
      'opportunityname',
      'opportunityowner',
      'stagename',
      'accountid',
      'leadsource',
      'currencyisocode',
      'ownerid',
      'isclosed',
      'iswon',
      'iddelopportunite',
      'nomdelopportunite',
      'proprietairedelopportunite',
    ],
    needed: 2,
    fields: {
      opportunityid: 'externalId',
      opportunityidcasesafe: 'externalId',
      iddelopportunite: 'externalId',
      id: 'externalId',
      opportunityname: 'title',
      nomdelopportunite: 'title',
      name: 'title',
      accountname: 'subject',
      nomducompte: 'subject',
      accountid: null,
      stagename: 'stage',
      stage: 'stage',
      etape: 'stage',
      closedate: 'closedOn',
      datedecloture: 'closedOn',
      createddate: 'openedOn',
      datedecreation: 'openedOn',
      amount: 'value',
      montant: 'value',
      amountconverted: null,
      expectedrevenue: null,
      revenuattendu: null,
      currencyisocode: 'currency',
      amountcurrency: 'currency',
      leadsource: 'channel',
      originedelapiste: 'channel',
      opportunityowner: 'lead',
      proprietairedelopportunite: 'lead',
      ownername: 'lead',
      ownerid: 'lead',
      type: null,
    },
  },
]

/** `fields`: in the order of preference where several columns could be one field. */
export type PresetMatch = { readonly name: PresetName; readonly fields: ReadonlyMap<string, DealField | null> }

/** The system whose export this looks like, by its headers; the one with most of its own headers present. */
export function recognisePreset(headers: readonly string[]): PresetMatch | null {
  const keys = new Set(headers.map(wordKey))
  const scored = presets
    .map((preset) => ({ preset, found: preset.signature.filter((header) => keys.has(header)).length }))
    .filter(({ preset, found }) => found >= preset.needed)
    .sort((a, b) => b.found - a.found)
  const best = scored[0]?.preset
  return best ? { name: best.name, fields: new Map(Object.entries(best.fields)) } : null
}
