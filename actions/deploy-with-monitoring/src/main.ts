import { startGitHubStage } from '@fly-monitoring/kit';
import { deployWithMonitoring } from '@fly-monitoring/stages';

await startGitHubStage(deployWithMonitoring);
