import { expose } from 'comlink';
import { VersionWork } from '../src/storage/versions/work.ts';

expose(new VersionWork());
