/** What is protected, what is not, and what helps: the names of the texts, in the order of docs/THREATS.md. */
export const PROTECTED = ['seized', 'network', 'guess', 'bundle', 'changed', 'kept', 'consent', 'damage'];
export const NOT_PROTECTED = [
  'unlocked',
  'camera',
  'force',
  'exists',
  'history',
  'recipients',
  'elsewhere',
  'older',
  'forgotten',
  'errors',
];
export const ADVICE = ['passphrase', 'paper', 'fingerprint', 'lock', 'less', 'hands'];
