import { expose } from 'comlink';
import { createTableReader } from '../src/files/import/reader.ts';

expose(createTableReader());
