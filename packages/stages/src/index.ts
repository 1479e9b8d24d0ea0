export { deployApp } from './deploy-app/stage.js';
export { type Credentials, prometheusBasicAuth, prometheusSelfAuth } from './deploy-monitoring/basic-auth.js';
export { deployMonitoring } from './deploy-monitoring/stage.js';
export { deployWithMonitoring } from './deploy-with-monitoring/stage.js';
export { importDashboards } from './import-dashboards/stage.js';
