export { default as PackageForm } from './make/PackageForm.svelte';
export { default as ReviewDone } from './make/ReviewDone.svelte';
export { orderOf } from './make/kept-orders';
export { STEPS } from './make/package-order.svelte';
export { OpenPackage } from './open-package.svelte';
export { default as PackageOpen } from './PackageOpen.svelte';
export { default as PackageReader } from './PackageReader.svelte';
