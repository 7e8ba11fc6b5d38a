export const AGREEMENT_KINDS = [
  'memorandum',
  'agreement',
  'framework',
  'treaty',
  'initiative',
  'fund',
  'pledge',
  'other',
] as const;
export type AgreementKind = (typeof AGREEMENT_KINDS)[number];

/**
 * `signed`: the text says that it was done; `planned`: it will be signed; `proposed`: someone asks for it or works
 * towards it; `launched`: it has begun; `discussed`: only talked about.
 */
export const AGREEMENT_STATUSES = [
  'signed',
  'planned',
  'proposed',
  'launched',
  'discussed',
  'in_force',
  'ended',
  'unknown',
] as const;
export type AgreementStatus = (typeof AGREEMENT_STATUSES)[number];
