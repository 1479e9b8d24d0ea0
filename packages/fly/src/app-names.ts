import { resolve } from 'node:path';
import { appName, type Files, type Problems } from '@fly-monitoring/kit';
import { parseFlyToml } from './config/fly-toml.js';

/** What the inputs say of the names of the two apps. */
export interface AppNameInputs {
  readonly monitoredApp: string | undefined;
  readonly monitoringApp: string | undefined;
  /** Paths of the files that name the apps. */
  readonly appConfig: string;
  readonly monitoringConfig: string;
}

/** Undefined: nothing names the app. A stage demands a name only when its work needs it. */
export interface AppNames {
  readonly monitoredApp: string | undefined;
  readonly monitoringApp: string | undefined;
}

interface Place {
  readonly files: Files;
  /** Absolute. */
  readonly workspace: string;
}

/**
 * The names of both apps: the input, else `app` of the app's own fly.toml. A monitoring app without either is named
 * after the app. What is wrong is added to `problems`.
 */
export async function findAppNames(inputs: AppNameInputs, problems: Problems, place: Place): Promise<AppNames> {
  const ownName = inputs.monitoredApp ?? (await readName(inputs.appConfig, problems, place));
  const derived = ownName === undefined ? undefined : `${ownName}-monitoring`;
  const monitoringApp = inputs.monitoringApp ?? (await readName(inputs.monitoringConfig, problems, place)) ?? derived;
  if (ownName !== undefined && ownName === monitoringApp) problems.input(sameApp(ownName));
  return { monitoredApp: ownName, monitoringApp };
}

/** Undefined for a file that is not there; whether it must be is the stage's affair. */
export async function readName(
  file: string,
  problems: Problems,
  { files, workspace }: Place,
): Promise<string | undefined> {
  const text = await files.readText(resolve(workspace, file));
  return text === undefined ? undefined : problems.attempt(() => nameIn(text, file, problems));
}

/**
 * The `app` of a fly.toml.
 * @throws SuiteError FILE_INVALID when it is no fly.toml
 */
export function appNamed(text: string, file: string): string | undefined {
  return parseFlyToml(text, file).app;
}

/** The same; a name that Fly would refuse is a problem. @throws SuiteError FILE_INVALID */
export function nameIn(text: string, file: string, problems: Problems): string | undefined {
  const app = appNamed(text, file);
  if (app === undefined || appName.pattern.test(app)) return app;
  problems.input(`${file} names the app "${app}"; it must be ${appName.expects}.`);
  return undefined;
}

/**
 * The app that a fly.toml deploys. Its own name counts: an input that says another one would release this file on the
 * wrong app.
 */
export function deployedApp(
  {
    given,
    named,
    file,
  }: { readonly given: string | undefined; readonly named: string | undefined; readonly file: string },
  problems: Problems,
): string | undefined {
  if (given !== undefined && named !== undefined && given !== named) {
    problems.input(
      `Input "monitored-app" is "${given}", but ${file} names the app "${named}"; make them the same, or leave input "monitored-app" out.`,
    );
  }
  return named ?? given;
}

export function sameApp(app: string): string {
  return `The app and the monitoring app are both "${app}"; Prometheus needs an app of its own, such as "${app}-monitoring".`;
}

/** For an app that nothing names: the line to add. */
export function namelessApp(file: string): string {
  return `Nothing names the app: add a line app = "<name>" to the top of ${file}, or set input "monitored-app".`;
}

export function namelessMonitoringApp(file: string): string {
  return `Nothing names the monitoring app: add a line app = "<name>" to the top of ${file}, or set input "monitoring-app".`;
}
