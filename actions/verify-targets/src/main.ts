import { startGitHubStage } from '@fly-monitoring/kit';
import { verifyTargets } from '@fly-monitoring/verify';

await startGitHubStage(verifyTargets);
