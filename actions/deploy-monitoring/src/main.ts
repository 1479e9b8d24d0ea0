import { startGitHubStage } from '@fly-monitoring/kit';
import { deployMonitoring } from '@fly-monitoring/stages';

await startGitHubStage(deployMonitoring);
