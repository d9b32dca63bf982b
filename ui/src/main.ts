import { mount } from 'svelte';
import './styles/fonts';
import './styles/tokens.css';
import './styles/base.css';
import { providePlatform } from './platform';
import Window from './views/Window.svelte';

// What is shipped has the shell behind it. `vite --mode twin` has the twin, for looking at screens in any browser.
if (import.meta.env.MODE === 'twin') {
  const { makeTwin } = await import('./platform/twin');
  providePlatform(makeTwin());
} else {
  const { makeShell } = await import('./platform/shell');
  providePlatform(makeShell());
}

const target = document.getElementById('window');
if (target) mount(Window, { target });
