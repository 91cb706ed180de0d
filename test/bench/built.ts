import { build, type Rolldown } from 'vite';

/** Bundles a module the way the app's workers are, so that a bench times what ships and not the test runner's wrapping. */
export async function built<T>(entry: string): Promise<T> {
  const output = (await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, minify: true, lib: { entry, formats: ['es'] } },
  })) as Rolldown.RolldownOutput[];
  const code = output[0]!.output[0].code;
  return (await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(code)}`)) as T;
}
