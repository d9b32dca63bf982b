export { default as ChangePassphrase } from './ChangePassphrase.svelte';
export { default as CreateVault } from './CreateVault.svelte';
export { default as Gate } from './Gate.svelte';
export { default as RecoverVault } from './RecoverVault.svelte';
export { default as UnlockVault } from './UnlockVault.svelte';
export { default as VaultFacts } from './VaultFacts.svelte';
export { default as VerifyVault } from './VerifyVault.svelte';
export { partInWords } from './damage';
export { folderName, goToEntry, isVault, vaultFolder } from './entry';
