import { mount } from 'svelte';
import '../../src/ui/theme.css';
import '../../src/ui/base.css';
import { setLanguage } from '../../src/i18n/i18n.svelte.ts';
import GridPage from './GridPage.svelte';

/** A sheet of 100,000 rows for the grid's browser tests: ?rows=, ?tree, ?slow, ?readonly, ?theme=dark, ?lang=en. */
const asked = new URLSearchParams(location.search);
document.documentElement.dataset['theme'] = asked.get('theme') ?? 'light';
await setLanguage(asked.get('lang') === 'en' ? 'en' : 'zh-CN');
const target = document.querySelector('#app');
if (target) mount(GridPage, { target });
