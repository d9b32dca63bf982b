export { default as PackageOpen } from './PackageOpen.svelte';
export { default as PackageReader } from './PackageReader.svelte';
export { default as ReviewDone } from './ReviewDone.svelte';
export { default as ReviewForm } from './ReviewForm.svelte';
export { OpenPackage } from './open-package.svelte';
export { ReviewOrder } from './review-order.svelte';
