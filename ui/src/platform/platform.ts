/**
 * Everything that the window can ask of the machine: the commands of src-tauri. Their types are generated from the sources there.
 *
 * Two implementations: `shell.ts` calls the commands, `fake/` answers from memory, so that components are tested, and
 * looked at, without a shell. Every failure is a `Failure`.
 */
import type { Commands } from '../bindings/commands';
import type { ListPage } from '../bindings/window/ListPage';

export type { Watch } from '../bindings/commands';
export type { BundleOrder } from '../bindings/window/BundleOrder';
export type { Grant } from '../bindings/window/Grant';
export type { IdentitySource } from '../bindings/window/IdentitySource';
export type { Language } from '../bindings/window/Language';
export type { ListPage } from '../bindings/window/ListPage';
export type { Notice } from '../bindings/window/Notice';
export type { Progress } from '../bindings/window/Progress';
export type { Protection } from '../bindings/window/Protection';
export type { SearchPage } from '../bindings/window/SearchPage';
export type { Start } from '../bindings/window/Start';
export type { Theme } from '../bindings/window/Theme';
export type { WindowSettings as Settings } from '../bindings/window/WindowSettings';

export type Platform = Commands;

/** How a list is ordered; `reversed` is the other way round. */
export type Order = Pick<ListPage, 'sort' | 'reversed'>;

/** From and to, in UTF-16 code units. */
export type Span = [from: number, to: number];
