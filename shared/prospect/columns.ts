import { clean, fold } from "./text.ts";

/** Which columns of a file fill which field, best first. `unknown` are headers that nothing is read from, as they were spelled. */
export type Columns<Field extends string> = {
  readonly of: (field: Field) => readonly number[];
  readonly unknown: readonly string[];
};

/** Field -> header words without case, accents, spaces or punctuation, best first. */
export type Aliases<Field extends string> = { readonly [field in Field]: string };

const PROSPECT_COLUMNS = {
  crmId:
    "recordid leadid contactid personid hsobjectid objectid crmid crmrecordid externalid salesforceid hubspotid vid caseid18 id",
  email:
    "email emailaddress workemail emailwork businessemail primaryemail emailprimary mail mailaddress emailid emails emailaddresses correo courriel emailhome homeemail personalemail emailother otheremail secondaryemail",
  firstName: "firstname givenname forename first fname vorname prenom nombre primeironome",
  lastName: "lastname surname familyname last lname nachname nomdefamille apellido apelido sobrenome",
  fullName: "fullname name displayname contactname personname leadname",
  company:
    "company companyname companyaccount accountname account organization organisation organizationname organisationname employer business businessname firma entreprise empresa associatedcompany",
  title: "title jobtitle position role jobrole jobposition",
  phone:
    "phone phonenumber workphone phonework businessphone officephone telephone tel telefon telefono directphone directdial mobile mobilephone mobilephonenumber mobilenumber phonemobile cell cellphone phoneother otherphone homephone phonehome",
  country:
    "country countryregion countrycode mailingcountry billingcountry countryname land pays pais addresscountry ipcountry",
  state:
    "state stateprovince stateregion province region mailingstate mailingstateprovince billingstate statecode provincestate addressstate",
  city: "city town mailingcity billingcity cityname ort stadt ville ciudad cidade addresscity",
  sector: "industry sector industrysector industrytype branche vertical industria",
  timeZone: "timezone timezonename tz hstimezone timezonesidkey timezoneiana iptimezone",
  interests: "interests personalinterests personalinterest hobbies hobby",
  owner:
    "owner contactowner leadowner recordowner accountowner hubspotowner hubspotownerid owneremail ownername rep salesrep repemail assignedto salesperson accountexecutive",
  doNotCall: "donotcall donotphone dncall callopout calloptout phoneoptout hasoptedoutofcall",
  tracking:
    "trackingconsent consenttotracking consenttracking tracking measurementconsent trackingallowed emailtrackingconsent",
  stage: "stage lifecyclestage lifecycle customerstage contacttype persontype relationship",
  /** Where there is no stage, or none in the row: Salesforce has no other word for it. */
  status: "leadstatus prospectstatus salesstatus leadstage",
  tags: "tags tag labels label lists list listmemberships segments segment categories category",
  consentBasis:
    "legalbasisforprocessingcontactsdata legalbasisforprocessing legalbasis processinglegalbasis lawfulbasis consentbasis mailconsent emailconsent consenttoemail marketingconsent gdprconsent consentstatus consent permission emailoptin optin optinstatus optedin doubleoptin emailpermissionstatus",
  consentSource:
    "optinsource optinmethod consentsource sourceofconsent consentmethod signupsource subscriptionsource legalbasisexplanation processinglegalbasisexplanation",
  consentAt:
    "consentdate dateofconsent consentgivendate consentedat optindate dateofoptin optintime optinat confirmtime doubleoptindate subscriptiondate subscribedat signupdate",
  mailStatus: "marketingstatus subscriptionstatus emailstatus emailmarketingstatus subscriberstatus",
  optedOut:
    "emailoptout hasoptedoutofemail unsubscribed unsubscribedfromallemail optout optedout donotemail donotcontact hsemailoptout",
  bounced:
    "emailbounceddate emailbounced emailbouncedreason bounced hardbounced emailhardbouncereason hsemailhardbouncereason",
} as const;
export type ProspectField = keyof typeof PROSPECT_COLUMNS;

/** A column that says "do not mail" in other words than those above. Never taken for consent; other channels' are not meant. */
const OPT_OUT =
  /opt(?:ed)?(?:ing)?out|unsubscri|donot(?:e?mail|contact)|dont(?:e?mail|contact)|^noe?mails?$|emailblocked|suppress|blacklist|blocklist/;
const BOUNCED = /bounced?(?:date|reason|on|at)?$|^hardbounce/;
const OTHER_CHANNEL = /^(?!.*(?:mail|donotcontact)).*(?:fax|sms|text|phone|call|whatsapp|post)|soft/;

/** Prefixes that say whose column it is: "Person - Email - Work", "Contact: First Name", "hs_email". */
const PREFIX = /^(?:person|contact|lead|prospect|properties|hs)(?=.)/;

const compact = (header: string): string => fold(clean(header)).replaceAll(" ", "");

/** Maps the headers of a prospect file. */
export function prospectColumns(header: readonly string[]): Columns<ProspectField> {
  return mapColumns<ProspectField>(header, PROSPECT_COLUMNS, (word) => {
    if (OTHER_CHANNEL.test(word)) return undefined;
    if (OPT_OUT.test(word)) return "optedOut";
    return BOUNCED.test(word) ? "bounced" : undefined;
  });
}

/** Maps headers by exact words first (in any case and punctuation), then without a leading "Person -" or the like, then by `otherwise`. */
export function mapColumns<Field extends string>(
  header: readonly string[],
  aliases: Aliases<Field>,
  otherwise: (word: string) => Field | undefined = () => undefined,
): Columns<Field> {
  const fields = Object.keys(aliases).filter((field): field is Field => field in aliases);
  const ranks = new Map(
    fields.flatMap((field) => aliases[field].split(" ").map((word, rank) => [word, { field, rank }] as const)),
  );
  const found: { field: Field; rank: number; column: number }[] = [];
  const unknown: string[] = [];
  header.forEach((title, column) => {
    const word = compact(title);
    const known = ranks.get(word) ?? ranks.get(word.replace(PREFIX, ""));
    const field = known?.field ?? otherwise(word);
    if (field) found.push({ field, rank: known?.rank ?? 1000, column });
    else unknown.push(clean(title) || `column ${column + 1}`);
  });
  found.sort((one, other) => one.rank - other.rank || one.column - other.column);
  return { of: (field) => found.filter((one) => one.field === field).map((one) => one.column), unknown };
}
