import { annotationRoutes } from './annotations.js';
import { apisRoutes } from './apis.js';
import { dashboardVersionRoutes } from './dashboard-versions.js';
import { dashboardRoutes } from './dashboards.js';
import { datasourceRoutes } from './datasources.js';
import { queryRoutes } from './ds-query.js';
import { folderRoutes } from './folders.js';
import { identityRoutes } from './identity.js';
import { libraryElementRoutes } from './library-elements.js';
import { pageRoutes } from './pages.js';
import type { Route } from './route.js';
import { searchRoutes } from './search.js';

export const ROUTES: readonly Route[] = [
  ...identityRoutes,
  ...apisRoutes,
  ...datasourceRoutes,
  ...queryRoutes,
  ...folderRoutes,
  ...dashboardRoutes,
  ...dashboardVersionRoutes,
  ...searchRoutes,
  ...annotationRoutes,
  ...libraryElementRoutes,
  ...pageRoutes,
];
