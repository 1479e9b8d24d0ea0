import { startGitHubStage } from '@fly-monitoring/kit';
import { verifyTargets } from '@fly-monitoring/stages';

await startGitHubStage(verifyTargets);
