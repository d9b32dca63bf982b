import { mount } from 'svelte';
import './styles/fonts';
import './styles/tokens.css';
import './styles/base.css';
import './styles/inputs.css';
import { providePlatform } from './platform';
import { keepSyllables } from './platform/composition';
import Window from './views/Window.svelte';

// What is shipped has the shell behind it. `vite --mode fake` has the fake, for looking at screens in any browser.
if (import.meta.env.MODE === 'fake') {
  const { makeFake } = await import('./platform/fake');
  providePlatform(makeFake());
} else {
  const { makeShell } = await import('./platform/shell');
  providePlatform(makeShell());
}

keepSyllables(document);
const target = document.getElementById('window');
if (target) mount(Window, { target });
