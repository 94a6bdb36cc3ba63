import { wordKey } from '../keys/rules.ts'
import type { dealFields, peopleFields } from '../schema.ts'

export type DealField = (typeof dealFields)[number]
export type PeopleField = (typeof peopleFields)[number]
type Words<F extends string> = Readonly<Record<F, string>>

/** Names of columns as CRMs, payrolls and people write them, the surest first; compared by `wordKey`, so written as keys. */
const dealWords: Words<DealField> = {
  externalId:
    'oeuvreexternalid externalid dealid opportunityid iddelopportunite recordid hsobjectid mqlid leadid crmid iddeal idopportunite opportunityidcasesafe iddelatransaction iddefichedinformations iddenregistrement idaffaire numeroaffaire numerodaffaire numopportunite opportunitynumber dealnumber reference ref identifiant numero id key',
  subject:
    'client account accountname clientname customer customername company companyname associatedcompany organization organisation organizationname orgname entreprise entrepriseassociee societe raisonsociale compte nomducompte nomduclient nomclient prospect accountfullname subject sujet',
  title:
    'dealname opportunityname dealtitle nomdelatransaction nomdelaffaire nomopportunite nomdelopportunite opportunity opportunite affaire transaction deal titre title intitule name nom',
  situation: 'situation contexte context',
  action: 'action actions whatwasdone cequiaetefait',
  stage: 'dealstage stagename stage phasedelatransaction etape etapedelatransaction phase statut status dealstatus etat opportunitystage',
  closedOn:
    'occurredon closedate closingdate closed closedon closeddate wondate wontime wonon wonat datewon datedefermeture datefermeture datedecloture datecloture dateclosed datedesignature datesignature datedevente dategagnee dategain date',
  openedOn:
    'firsttouchon firsttouch createdate createddate createdon createdat created creationdate opendate openedon engagedate firstcontactdate datedecreation datecreation datedouverture datepremiercontact premiercontact datedupremiercontact addtime dealcreated dealcreatedon leaddate',
  value:
    'amount value dealvalue closevalue closedamount dealamount montant montantht montanttotal montantdelatransaction valeur valeurdelaffaire ca chiffredaffaires revenue price total',
  currency: 'currency currencycode currencyisocode dealcurrencycode amountcurrency currencyofvalue devise codedevise monnaie',
  channel:
    'channel canal leadsource source origin origine originaltrafficsource originalsource originalsourcetype hsanalyticssource sourcechannel leadorigin provenance sourcedelapiste sourcedupiste sourcedutraficdorigine sourcedorigine latestsource dealsource channels',
  lead: 'leadname dealowner opportunityowner owner ownername owneremail hubspotownerid proprietairedelatransaction proprietairedelopportunite proprietaire salesagent salesrep salesrepresentative salesperson accountexecutive srid sr closer agent vendeur commercial responsable user rep ae ownerid',
  contributor:
    'othercontributors sdr sdrid sdrname bdr bdrid salesdevelopmentrep leadowner coowner contributor contributors contributeur contributeurs collaborateur collaborateurs prospecteur apporteur foundby sourcedby secondowner helper',
  link: 'oeuvrelink trackedlink linkcode utmcontent utmcontents utmsource utmmedium utmcampaign liensuivi codedulien codelien landingpage landingpageurl firstpageseen firsturl pagedentree premierepagevue',
  objective: 'objective objectif objectivetitle objectivename nomdelobjectif okr goal strategicgoal servesobjective objectiveid',
  story: 'story result resultat whatcameofit description notes note story recit comments comment commentaire commentaires summary resume',
}

const peopleWords: Words<PeopleField> = {
  externalId:
    'oeuvreexternalid externalid matricule employeeid employeenumber staffnumber staffid staffno personid workerid workdayid userid idsalarie idemploye numerodemploye numeroemploye numerosalarie personnelnumber identifiant badge id',
  name: 'fullname displayname nomcomplet name employee employeename salesagent agent personname person personne collaborateur collaborator salarie employe nometprenom nomprenom prenomnom prenometnom nom',
  firstName: 'firstname givenname forename prenom prenoms',
  lastName: 'lastname surname familyname nomdefamille nomusuel',
  email:
    'email mail courriel emailaddress workemail adresseemail adressemail adressedemessagerie adressecourriel emailprofessionnel mailprofessionnel upn userprincipalname',
  title: 'jobtitle title poste fonction role position intituleduposte intitule emploi metier job',
  site: 'site location worklocation officelocation lieu lieudetravail localisation etablissement city ville',
  team: 'team teamname equipe nomdelequipe service department departement unit unite unitname groupe group cellule orgunit',
  parentTeam:
    'parentteams parentteam equipeparente office regionaloffice businessunit division direction region bureau agence pole filiale branch',
  manager:
    'manager managername manageremail managerid linemanager supervisor superior superieur superieurhierarchique responsable responsablehierarchique nomduresponsable reportsto chef chefdequipe teamlead n1 encadrant',
  startedOn:
    'startdate startedon hiredate hiringdate joindate joinedon dateentree datedentree dateembauche datedembauche datearrivee datedarrivee debut entree',
}

function ranked<F extends string>(words: Words<F>): ReadonlyMap<string, readonly { field: F; rank: number }[]> {
  const all = new Map<string, { field: F; rank: number }[]>()
  for (const field of Object.keys(words) as F[]) {
    for (const [rank, word] of words[field].split(' ').entries()) {
      const key = wordKey(word)
      all.set(key, [...(all.get(key) ?? []), { field, rank }])
    }
  }
  return all
}

export const dealWordRanks = ranked(dealWords)
export const peopleWordRanks = ranked(peopleWords)

export function isKnownHeader(header: string): boolean {
  const key = wordKey(header)
  return dealWordRanks.has(key) || peopleWordRanks.has(key)
}
