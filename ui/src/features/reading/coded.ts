/** Which member is coded, and by which list. Names of members tell, whatever the kind; the rest by its path. */
const BY_MEMBER: Record<string, string> = {
  script: 'scripts',
  language: 'languages',
  languages: 'languages',
  translation_language: 'languages',
  sex: 'sexes',
  form: 'person-forms',
  roles: 'person-roles',
  province: 'provinces',
  province_of_origin: 'provinces',
  relation: 'relationships',
  channel: 'contact-channels',
  area: 'needs',
  how_known: 'how-known',
  reliability: 'reliability',
  role: 'link-roles',
  connection: 'source-connections',
  recording: 'recording-ways',
  involvement: 'involvements',
  date_type: 'date-types',
  methods: 'methods',
  column: 'passage-columns',
  means: 'leg-means',
  decision: 'consent-decisions',
  use: 'consent-uses',
  way: 'consent-ways',
  precision: 'precisions',
};
const BY_PATH: Record<string, string> = {
  'names.type': 'name-types',
  'documents.type': 'document-types',
  'needs.status': 'need-statuses',
  'whereabouts.status': 'whereabouts',
  'acts.type': 'act-types',
  'victims.status': 'victim-statuses',
  'perpetrators.type': 'perpetrator-types',
  'perpetrators.status': 'perpetrator-statuses',
  'journey.type': 'leg-types',
  'harms.type': 'harms',
  'consent.identity': 'consent-identities',
  'testimony.status': 'testimony-statuses',
  'note.type': 'note-types',
  'place.type': 'place-types',
};

/** The list of a member at this path (`['acts', 'victims', 'status']`) of a record of this kind; undefined where it is free. */
export function listOf(kind: string, path: readonly string[]): string | undefined {
  const member = path.at(-1) ?? '';
  return BY_PATH[`${path.at(-2) ?? kind}.${member}`] ?? BY_MEMBER[member];
}
