import { integer } from '@fly-monitoring/kit';

/** Of every stage that asks Grafana. */
export const grafanaOrganisationInput = {
  'org-id': integer({
    help: 'Number of the Grafana organisation that is meant, where the server has several. Empty: the one of the token.',
    environment: 'GRAFANA_ORG_ID',
    min: 1,
    max: Number.MAX_SAFE_INTEGER,
  }),
};
