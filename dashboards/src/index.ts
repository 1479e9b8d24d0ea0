import { fechatterOverview } from './fechatter-overview.js';
import { renderDashboard } from './render-dashboard.js';

/** The content of every committed dashboard file, by name. */
export const dashboardFiles: Readonly<Record<string, string>> = {
  'fechatter-overview.json': renderDashboard(fechatterOverview()),
};
