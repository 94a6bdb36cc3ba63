import { describe, expect, test } from 'vitest'
import { newTally, profileOf, tallyCell } from '../profile/rules.ts'
import { guessDealMapping, guessPeopleMapping } from './rules.ts'

const won = '00000000-0000-4000-8000-000000000001'

function columns(table: Readonly<Record<string, readonly string[]>>) {
  return Object.entries(table).map(([header, cells]) => {
    const tally = newTally()
    for (const cell of cells) tallyCell(tally, cell)
    return { header, profile: profileOf(tally) }
  })
}

function deals(table: Readonly<Record<string, readonly string[]>>) {
  const { mapping, preset } = guessDealMapping(columns(table), [{ id: won, code: 'client-won', name: null, valueKind: 'realised' }])
  return { mapping, preset, fields: Object.fromEntries(mapping.columns.map(({ header, field }) => [header, field])) }
}

describe('deals', () => {
  test('a pipeline in plain words', () => {
    const { fields, mapping, preset } = deals({
      opportunity_id: ['1C1I7A6R', 'Z063OYW0'],
      sales_agent: ['Moses Frase', 'Darcel Schlecht'],
      product: ['GTX', 'MG'],
      account: ['Cancity', 'Isdom'],
      deal_stage: ['Won', 'Lost', 'Engaging', 'Prospecting'],
      engage_date: ['2016-10-20', '2016-10-25'],
      close_date: ['2017-03-01', '2017-03-11'],
      close_value: ['1054', '4514'],
    })
    expect(preset).toBeNull()
    expect(fields).toEqual({
      opportunity_id: 'externalId',
      sales_agent: 'lead',
      product: null,
      account: 'subject',
      deal_stage: 'stage',
      engage_date: 'openedOn',
      close_date: 'closedOn',
      close_value: 'value',
    })
    expect(mapping.stages.map(({ value, meaning }) => [value, meaning?.kind === 'leaveOut' ? meaning.why : meaning?.kind])).toEqual([
      ['Won', 'outcome'],
      ['Lost', 'lost'],
      ['Engaging', 'open'],
      ['Prospecting', 'open'],
    ])
    expect(mapping.constants.currency).toBeNull()
  })

  test('won deals without a stage, two people and a channel', () => {
    const { fields, mapping } = deals({
      mql_id: ['a', 'b'],
      seller_id: ['c', 'd'],
      first_contact_date: ['2018-02-21', ''],
      origin: ['social', 'unknown'],
      won_date: ['2018-02-26 19:58:54', ''],
      sdr_id: ['e', 'e'],
      sr_id: ['f', 'g'],
      declared_monthly_revenue: ['0.0', '1.5'],
    })
    expect(fields).toEqual({
      mql_id: 'externalId',
      seller_id: null,
      first_contact_date: 'openedOn',
      origin: 'channel',
      won_date: 'closedOn',
      sdr_id: 'contributor',
      sr_id: 'lead',
      declared_monthly_revenue: null,
    })
    expect(mapping.constants.stage).toEqual({ kind: 'outcome', typeId: won })
    expect(mapping.channels).toEqual([
      { value: 'social', meaning: { kind: 'social', platform: null } },
      { value: 'unknown', meaning: { kind: 'conventional', name: 'unknown' } },
    ])
    expect(mapping.columns.filter(({ personBy }) => personBy).map(({ header, personBy }) => [header, personBy])).toEqual([
      ['sdr_id', 'id'],
      ['sr_id', 'id'],
    ])
  })

  test.each([
    ['closeDate', 'Close Date', 'close_date', 'CLOSE-DATE', 'Date de clôture', 'date_de_cloture', 'Clôture (date)', 'Date de fermeture'],
  ])('headers are matched tolerantly', (...headers) => {
    const found = headers.map((header) => deals({ [header]: ['2024-01-13'] }).fields[header])
    expect(found).toEqual(['closedOn', 'closedOn', 'closedOn', 'closedOn', 'closedOn', 'closedOn', null, 'closedOn'])
  })

  test('a name alone is not enough: what cannot be a date is not taken for one', () => {
    expect(deals({ closed: ['true', 'false'], amount: ['a lot'] }).fields).toEqual({ closed: null, amount: null })
  })

  test('HubSpot', () => {
    const table = {
      'Record ID': ['123'],
      'Deal Name': ['Pump'],
      'Deal Stage': ['Closed won'],
      'Close Date': ['2024-03-13 10:00'],
      'Deal owner': ['Ada Byron'],
      Amount: ['12.5'],
      'Amount in company currency': ['12.5'],
      Currency: ['EUR'],
      Pipeline: ['Sales'],
      'Original Traffic Source': ['Organic Social'],
      'Associated Company': ['Acme'],
      'Create Date': ['2024-01-01'],
    }
    const { fields, preset } = deals(table)
    expect(preset).toBe('hubspot')
    expect(Object.values(fields)).toEqual([
      'externalId',
      'title',
      'stage',
      'closedOn',
      'lead',
      'value',
      null,
      'currency',
      null,
      'channel',
      'subject',
      'openedOn',
    ])
  })

  test('Pipedrive and Salesforce in French', () => {
    const pipedrive = deals({
      'Affaire - ID': ['1'],
      'Affaire - Titre': ['Pompe'],
      'Affaire - Organisation': ['Acmé'],
      'Affaire - Valeur': ['1200'],
      'Affaire - Devise de Valeur': ['EUR'],
      'Affaire - Statut': ['Gagné'],
      'Affaire - Gagné le': ['2026-01-02 10:00:00'],
      'Affaire - Propriétaire': ['Ann Lee'],
    })
    expect(pipedrive.preset).toBe('pipedrive')
    expect(Object.values(pipedrive.fields)).toEqual(['externalId', 'title', 'subject', 'value', 'currency', 'stage', 'closedOn', 'lead'])
    const salesforce = deals({ 'ID de l’opportunité': ['006A'], 'Nom de l’opportunité': ['Pompe'], 'Date de clôture': ['2026-01-02'] })
    expect(salesforce.preset).toBe('salesforce')
    expect(Object.values(salesforce.fields)).toEqual(['externalId', 'title', 'closedOn'])
  })

  test('HubSpot in French', () => {
    const { fields, preset } = deals({
      'ID de fiche d’informations': ['1'],
      'Nom de la transaction': ['Pompe'],
      'Phase de la transaction': ['Fermé gagné'],
      'Date de fermeture': ['13/03/2024'],
      'Propriétaire de la transaction': ['Ada Byron'],
      Montant: ['12,5'],
      Devise: ['EUR'],
    })
    expect(preset).toBe('hubspot')
    expect(Object.values(fields)).toEqual(['externalId', 'title', 'stage', 'closedOn', 'lead', 'value', 'currency'])
  })

  test('Salesforce', () => {
    const { fields, preset } = deals({
      Id: ['006'],
      Name: ['Pump'],
      'Account.Name': ['Acme'],
      AccountId: ['001'],
      StageName: ['Closed Won'],
      Amount: ['12'],
      ExpectedRevenue: ['12'],
      CloseDate: ['2024-03-13'],
      CreatedDate: ['2024-01-01T10:00:00.000+0000'],
      OwnerId: ['005'],
      'Owner.Name': ['Ada Byron'],
      LeadSource: ['Web'],
      CurrencyIsoCode: ['EUR'],
      IsWon: ['true'],
    })
    expect(preset).toBe('salesforce')
    expect(fields).toMatchObject({
      Id: 'externalId',
      Name: 'title',
      'Account.Name': 'subject',
      AccountId: null,
      StageName: 'stage',
      Amount: 'value',
      ExpectedRevenue: null,
      CloseDate: 'closedOn',
      CreatedDate: 'openedOn',
      'Owner.Name': 'lead',
      OwnerId: null,
      LeadSource: 'channel',
      CurrencyIsoCode: 'currency',
      IsWon: null,
    })
  })

  test('Pipedrive: the status decides, not the stage; the expected day is not the day', () => {
    const { fields, preset } = deals({
      'Deal - ID': ['1'],
      'Deal - Title': ['Pump'],
      'Deal - Status': ['Won'],
      'Deal - Stage': ['Demo'],
      'Deal - Value': ['12'],
      'Deal - Currency': ['EUR'],
      'Deal - Owner': ['Ada Byron'],
      'Deal - Organization': ['Acme'],
      'Deal - Won time': ['2024-03-13 10:00:00'],
      'Deal - Expected close date': ['2024-04-01'],
    })
    expect(preset).toBe('pipedrive')
    expect(Object.values(fields)).toEqual(['externalId', 'title', 'stage', null, 'value', 'currency', 'lead', 'subject', 'closedOn', null])
  })
})

describe('people', () => {
  const guess = (table: Readonly<Record<string, readonly string[]>>) => guessPeopleMapping(columns(table)).columns.map(({ field }) => field)

  test('a team list', () => {
    expect(guess({ sales_agent: ['Anna Snelling'], manager: ['Dustin Brinkmann'], regional_office: ['Central'] })).toEqual([
      'name',
      'manager',
      'parentTeam',
    ])
  })

  test('a French payroll', () => {
    const table = {
      matricule: ['V-0412'],
      nom_complet: ['Aïcha Benhaddou'],
      courriel: ['a.b@valmont.fr'],
      equipe: ['Export'],
      responsable: ['V-0107'],
      date_entree: ['04/03/2019'],
      taille_chaussure: ['42'],
    }
    expect(guess(table)).toEqual(['externalId', 'name', 'email', 'team', 'manager', 'startedOn', null])
    expect(guess({ Prénom: ['Aïcha'], NOM: ['Benhaddou'] })).toEqual(['firstName', 'lastName'])
  })

  test('where somebody works is no team', () => {
    for (const header of ['Site', 'Location', 'Lieu de travail', 'site'])
      expect(guess({ name: ['Ann Lee'], Department: ['Sales'], [header]: ['Lyon'] })).toEqual(['name', 'team', 'site'])
  })

  test('a column of names with an address or a number among them is judged cell by cell', () => {
    const by = (...cells: string[]) => guessPeopleMapping(columns({ 'Reports to': cells })).columns[0]?.personBy
    expect(by('Ann Lee', 'Bob Ray')).toBe('name')
    expect(by('Ann Lee', 'bob@example.com')).toBeNull()
    expect(by('Ann Lee', '1')).toBeNull()
    expect(by('Ann Lee', 'V-0107')).toBeNull()
  })
})
