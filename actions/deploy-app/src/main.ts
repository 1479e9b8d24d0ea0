import { startGitHubStage } from '@fly-monitoring/kit';
import { deployApp } from '@fly-monitoring/stages';

await startGitHubStage(deployApp);
