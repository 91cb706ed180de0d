import { mount } from 'svelte';
import '../../src/ui/theme.css';
import '../../src/ui/base.css';
import { setLanguage } from '../../src/i18n/i18n.svelte.ts';
import ChartsPage from './ChartsPage.svelte';

/** Every chart with made-up numbers for the browser tests: ?theme=dark, ?lang=en. */
const asked = new URLSearchParams(location.search);
document.documentElement.dataset['theme'] = asked.get('theme') ?? 'light';
await setLanguage(asked.get('lang') === 'en' ? 'en' : 'zh-CN');
const target = document.querySelector('#app');
if (target) mount(ChartsPage, { target });
