const LONGEST_UID = 40;

/** What Grafana says of a uid it does not take, for folders and dashboards alike. */
export function uidFault(uid: string): string | undefined {
  if (!/^[a-zA-Z0-9\-_]*$/.test(uid)) {
    return 'uid contains illegal characters';
  }
  return uid.length > LONGEST_UID ? `uid too long, max ${LONGEST_UID} characters` : undefined;
}

export function slugOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
