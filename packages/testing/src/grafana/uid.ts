import { refusal } from './http.js';

const LONGEST_UID = 40;

/** What Grafana says of a uid it does not take, for folders and dashboards alike. */
export function uidFault(uid: string): string | undefined {
  if (!/^[a-zA-Z0-9\-_]*$/.test(uid)) {
    return 'uid contains illegal characters';
  }
  return uid.length > LONGEST_UID ? `uid too long, max ${LONGEST_UID} characters` : undefined;
}

/** Until 11 a folder is a row of the dashboards' table, with one uid for both kinds (dashboards/database/database.go). */
export function sharesTable(major: number): boolean {
  return major < 12;
}

/** ErrDashboardTypeMismatch in pkg/services/dashboards/errors.go. */
export const TYPE_MISMATCH = refusal(400, 'Dashboard cannot be changed to a folder');

export function slugOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
