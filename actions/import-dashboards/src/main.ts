import { startGitHubStage } from '@fly-monitoring/kit';
import { importDashboards } from '@fly-monitoring/stages';

await startGitHubStage(importDashboards);
