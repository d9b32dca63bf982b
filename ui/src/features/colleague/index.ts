export { default as AddColleague } from './AddColleague.svelte';
export { default as ColleagueList } from './ColleagueList.svelte';
export { default as Fingerprint } from './Fingerprint.svelte';
export { default as OwnIdentity } from './OwnIdentity.svelte';
export { default as VerifiedPill } from './VerifiedPill.svelte';
export { default as VerifyColleague } from './VerifyColleague.svelte';
