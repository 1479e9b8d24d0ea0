import { type ConfigDifference, isInImage, knowsIncludes, type PrometheusConfig } from '@fly-monitoring/prometheus';

/** Prometheus shows the key scrape_config_files, and never the jobs of the files that it names. */
export function uncomparedIncludes({ file, jobs, scrapeConfigFiles }: PrometheusConfig): string {
  const files = [...new Set(jobs.map((job) => job.file).filter((path) => path !== file))];
  const inImage = scrapeConfigFiles.filter(isInImage);
  const read =
    files.length === 0
      ? ''
      : `; the jobs of ${files.join(', ')} are proved by their targets, and their settings are not compared`;
  const unread =
    inImage.length === 0
      ? ''
      : `; the jobs of ${inImage.join(', ')} are not checked, as only the image has these files`;
  return `${read}${unread}`;
}

export function isTooOldToInclude(differences: readonly ConfigDifference[], version: string | undefined): boolean {
  return !knowsIncludes(version) && differences.some(({ path }) => path.startsWith('scrape_config_files'));
}
